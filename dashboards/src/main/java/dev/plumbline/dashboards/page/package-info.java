/** What a page shows, as data: filters, view models, charts, words. */
@NullMarked
package dev.plumbline.dashboards.page;

import org.jspecify.annotations.NullMarked;
