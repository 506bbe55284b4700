/** The rule language: YAML files with CEL conditions, compiled at load, judged with three values. */
@NullMarked
package dev.plumbline.rules.language;

import org.jspecify.annotations.NullMarked;
