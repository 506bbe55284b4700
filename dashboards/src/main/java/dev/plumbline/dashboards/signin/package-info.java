/** Who may see the dashboard: one-time links, sessions, and what they protect. */
@NullMarked
package dev.plumbline.dashboards.signin;

import org.jspecify.annotations.NullMarked;
