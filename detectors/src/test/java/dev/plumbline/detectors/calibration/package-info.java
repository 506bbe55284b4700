/** Tests of the package of the same name. */
@NullMarked
package dev.plumbline.detectors.calibration;

import org.jspecify.annotations.NullMarked;
