/** Tests of the package of the same name. */
@NullMarked
package dev.plumbline.detectors.evaluation;

import org.jspecify.annotations.NullMarked;
