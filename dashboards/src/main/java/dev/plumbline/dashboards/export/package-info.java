/** Findings and incidents in the formats of other tools. */
@NullMarked
package dev.plumbline.dashboards.export;

import org.jspecify.annotations.NullMarked;
