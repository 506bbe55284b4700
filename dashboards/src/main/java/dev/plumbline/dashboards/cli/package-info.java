/** The command line: one class a command, results on stdout, progress and logs on stderr. */
@NullMarked
package dev.plumbline.dashboards.cli;

import org.jspecify.annotations.NullMarked;
