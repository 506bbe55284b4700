/** The isolation forest: how easily a row is cut off from the rest, and by which of its features. */
@NullMarked
package dev.plumbline.detectors.forest;

import org.jspecify.annotations.NullMarked;
