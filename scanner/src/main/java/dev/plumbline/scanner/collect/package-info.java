/** The contract of collectors, and the manners all of them share: budget, retry, coverage, checkpoint. */
@NullMarked
package dev.plumbline.scanner.collect;

import org.jspecify.annotations.NullMarked;
