/** The whole job once: collect, judge, detect, rank, keep. */
@NullMarked
package dev.plumbline.scanner.scan;

import org.jspecify.annotations.NullMarked;
