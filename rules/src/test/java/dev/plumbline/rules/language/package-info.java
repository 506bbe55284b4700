@NullMarked
package dev.plumbline.rules.language;

import org.jspecify.annotations.NullMarked;
