/** What is shown: the application around rules, scanner and detectors. */
@NullMarked
package dev.plumbline.dashboards;

import org.jspecify.annotations.NullMarked;
