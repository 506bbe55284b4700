/** What the company has standing in its clouds, in the providers' own words, with faults planted and near misses beside them. */
@NullMarked
package dev.plumbline.dashboards.demo.estate;

import org.jspecify.annotations.NullMarked;
