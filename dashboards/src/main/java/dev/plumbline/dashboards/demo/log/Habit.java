package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What somebody does day after day in one account. Stateless: days may be asked for in any order, and at once. */
interface Habit {
    /** Tells its draws from those of others; unique in its account. */
    String name();

    CloudAccount account();

    /**
     * Makes the calls of one day, in no set order.
     *
     * @param random a source for this habit and day alone
     */
    void calls(Day day, SplittableRandom random, Consumer<Call> calls);
}
