package dev.plumbline.rules.language;

import dev.plumbline.rules.resource.Resource;

/** One rule's verdict on one resource. */
public record Judgement(Rule rule, Resource resource, Verdict verdict) {}
