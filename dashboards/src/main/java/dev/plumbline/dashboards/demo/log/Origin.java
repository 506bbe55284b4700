package dev.plumbline.dashboards.demo.log;

/**
 * Where a call came from.
 *
 * @param agent the calling program's full text
 */
record Origin(String address, String agent) {}
