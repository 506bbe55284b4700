/** Failed rules over time: identity, lifecycle, mutes. */
@NullMarked
package dev.plumbline.scanner.finding;

import org.jspecify.annotations.NullMarked;
