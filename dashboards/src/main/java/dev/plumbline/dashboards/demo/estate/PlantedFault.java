package dev.plumbline.dashboards.demo.estate;

/**
 * A rule that must fail, and where.
 *
 * @param resource id as in the inventory
 */
public record PlantedFault(String rule, String resource) {}
