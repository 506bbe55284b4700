package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** From one day on somebody works with a store of another team as well, by day and in usual measure. */
final class NewProject implements Habit {
    private static final double ON_A_DAY = 0.7;

    private final Company company;
    private final Person person;
    private final Store store;
    private final int firstDay;

    NewProject(Company company, Person person, Store store, int firstDay) {
        this.company = company;
        this.person = person;
        this.store = store;
        this.firstDay = firstDay;
    }

    @Override
    public String name() {
        return "new project of " + person.name();
    }

    @Override
    public CloudAccount account() {
        return person.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        if (day.number() < firstDay || day.weekend() || random.nextDouble() > ON_A_DAY) {
            return;
        }
        Words words = Words.of(account().cloud());
        Origin origin = new Origin(person.home(), words.agents().getFirst());
        Caller caller = Caller.of(person, company.parameters().seeds());
        Session session = new Session(account(), caller, origin, day.at(9 + 6 * random.nextDouble()), random, calls);
        session.call(words.listObjects(), store);
        int reads = Draw.around(random, 12);
        for (int i = 0; i < reads; i++) {
            session.pause(40).read(words, store);
        }
    }
}
