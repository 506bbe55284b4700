/** Scans that start by themselves, and what the last of them did. */
@NullMarked
package dev.plumbline.dashboards.schedule;

import org.jspecify.annotations.NullMarked;
