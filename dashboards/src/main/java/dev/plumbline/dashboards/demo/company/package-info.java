/** The invented company of the demonstration: accounts, teams, stores and principals that estate and logs both tell of. */
@NullMarked
package dev.plumbline.dashboards.demo.company;

import org.jspecify.annotations.NullMarked;
