/** What the clouds hold, as data: one resource, its provider's own words, and what could not be read of it. */
@NullMarked
package dev.plumbline.rules.resource;

import org.jspecify.annotations.NullMarked;
