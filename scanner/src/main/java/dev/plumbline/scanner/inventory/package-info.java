/** Inventory files: one resource a line. */
@NullMarked
package dev.plumbline.scanner.inventory;

import org.jspecify.annotations.NullMarked;
