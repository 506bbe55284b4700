/**
 * The demonstration: an invented company's inventory and logs, with what was planted in them, and how much of that was
 * found. Nothing but the {@code demo} command may know this package.
 */
@NullMarked
package dev.plumbline.dashboards.demo;

import org.jspecify.annotations.NullMarked;
