package dev.plumbline.dashboards.page;

import java.util.function.UnaryOperator;

/**
 * What stands around every page.
 *
 * @param asset from an asset's name to its address
 * @param current the navigation's present place: {@code attention}, {@code scans}, or empty
 */
public record Frame(String title, String current, boolean signedIn, String version, UnaryOperator<String> asset) {}
