package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A few more objects every day out of a sensitive store, by day and from the usual place, by someone who never read it. */
record SlowExfiltration(Seeds seeds, Person person, Store store, int from) implements Attack {
    private static final int DAYS = 12;
    private static final int FIRST_DAY = 12;
    private static final int MORE_EACH_DAY = 8;

    @Override
    public String name() {
        return "slow exfiltration";
    }

    @Override
    public CloudAccount account() {
        return person.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        int elapsed = day.number() - from;
        if (elapsed < 0 || elapsed >= DAYS) {
            return;
        }
        Words words = Words.of(account().cloud());
        Origin origin = new Origin(person.home(), words.agents().get(1));
        double hour = 10 + 5 * random.nextDouble();
        Session session = new Session(account(), Caller.of(person, seeds), origin, day.at(hour), random, calls);
        session.call(words.listObjects(), store);
        int reads = FIRST_DAY + MORE_EACH_DAY * elapsed + random.nextInt(5);
        for (int i = 0; i < reads; i++) {
            session.pause(50).read(words, store);
        }
    }
}
