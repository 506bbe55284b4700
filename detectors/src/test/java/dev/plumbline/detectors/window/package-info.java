/** Tests of windows and past-only features. */
@NullMarked
package dev.plumbline.detectors.window;

import org.jspecify.annotations.NullMarked;
