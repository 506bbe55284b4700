/** The server: pages and JSON over HTTP, with the guards in front of them. */
@NullMarked
package dev.plumbline.dashboards.http;

import org.jspecify.annotations.NullMarked;
