/** What is kept between runs, in SQLite or PostgreSQL. */
@NullMarked
package dev.plumbline.scanner.store;

import org.jspecify.annotations.NullMarked;
