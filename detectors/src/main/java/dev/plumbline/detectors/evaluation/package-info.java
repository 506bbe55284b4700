/** How well a detector ranks, measured on labelled sets; labels measure and never fit. */
@NullMarked
package dev.plumbline.detectors.evaluation;

import org.jspecify.annotations.NullMarked;
