/** Findings and unusual access joined into one short ranked list. */
@NullMarked
package dev.plumbline.scanner.ranking;

import org.jspecify.annotations.NullMarked;
