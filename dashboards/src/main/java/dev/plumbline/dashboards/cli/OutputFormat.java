package dev.plumbline.dashboards.cli;

/** How a command prints its result on stdout. */
enum OutputFormat {
    /** For a person at a terminal. */
    TABLE,
    /** For a program: one JSON array, its members documented in docs/cli.md. */
    JSON
}
