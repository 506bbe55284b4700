package dev.plumbline.dashboards.demo.company;

import dev.plumbline.rules.resource.Cloud;

/**
 * An AWS account, an Azure subscription or a Google Cloud project.
 *
 * @param stage {@code prod}, {@code curated} or {@code lab}: ends the names of what is in it
 * @param region where nearly everything of it stands
 */
public record CloudAccount(Cloud cloud, String id, String name, String stage, String region) {}
