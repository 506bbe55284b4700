package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** An analyst at home reads thousands of objects in one night, from stores of other teams. */
record InsiderBulkRead(Seeds seeds, Person person, List<Store> stores, int reads, int on) implements Attack {
    @Override
    public String name() {
        return "insider bulk read";
    }

    @Override
    public CloudAccount account() {
        return person.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        if (day.number() != on) {
            return;
        }
        Words words = Words.of(account().cloud());
        Origin origin = new Origin(person.home(), words.agents().getLast());
        Session session = new Session(account(), Caller.of(person, seeds), origin, day.at(1.2), random, calls);
        for (Store store : stores) {
            session.pause(40).call(words.listObjects(), store);
            for (int i = 0; i < reads / stores.size(); i++) {
                session.pause(3).read(words, store);
            }
        }
    }
}
