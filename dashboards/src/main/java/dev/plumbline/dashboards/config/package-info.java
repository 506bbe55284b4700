/** plumbline.yaml: which accounts, inventories and logs to scan, when, and by which rules. */
@NullMarked
package dev.plumbline.dashboards.config;

import org.jspecify.annotations.NullMarked;
