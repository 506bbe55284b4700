/** Accesses gathered per principal and stretch of time, and the past-only features that describe how usual they are. */
@NullMarked
package dev.plumbline.detectors.window;

import org.jspecify.annotations.NullMarked;
