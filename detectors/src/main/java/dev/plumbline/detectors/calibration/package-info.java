/** From scores to p-values: how often ordinary access looks at least this odd. */
@NullMarked
package dev.plumbline.detectors.calibration;

import org.jspecify.annotations.NullMarked;
