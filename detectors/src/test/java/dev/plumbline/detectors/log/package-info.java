/** Tests of the log readers: formats, hostile input, what is kept and what is not. */
@NullMarked
package dev.plumbline.detectors.log;

import org.jspecify.annotations.NullMarked;
