/** Thirty days of access logs in the providers' native formats: habits of people and machines, and attacks among them. */
@NullMarked
package dev.plumbline.dashboards.demo.log;

import org.jspecify.annotations.NullMarked;
