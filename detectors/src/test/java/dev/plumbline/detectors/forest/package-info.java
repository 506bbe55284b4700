/** Tests of the isolation forest, by hand arithmetic, by property, and against smile. */
@NullMarked
package dev.plumbline.detectors.forest;

import org.jspecify.annotations.NullMarked;
