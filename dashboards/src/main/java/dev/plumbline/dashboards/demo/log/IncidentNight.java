package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Something broke one night and an operator looked into it for hours: unusual, and no attack. */
final class IncidentNight implements Habit {
    private final Company company;
    private final Person person;
    private final int night;

    IncidentNight(Company company, Person person, int night) {
        this.company = company;
        this.person = person;
        this.night = night;
    }

    @Override
    public String name() {
        return "incident night of " + person.name();
    }

    @Override
    public CloudAccount account() {
        return person.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        if (day.number() != night) {
            return;
        }
        Words words = Words.of(account().cloud());
        Origin origin = new Origin(person.home(), words.agents().getLast());
        Caller caller = Caller.of(person, company.parameters().seeds());
        Session session = new Session(account(), caller, origin, day.at(0.7), random, calls);
        List<Store> logs = company.stores(account()).stream()
                .filter(store -> store.team() == person.team())
                .toList();
        session.call(words.whoAmI());
        for (int i = 0; i < 120; i++) {
            session.pause(70).call(Seeds.pick(random, words.around()));
            if (i % 4 == 0 && !logs.isEmpty()) {
                session.pause(30).read(words, logs.getFirst());
            }
        }
    }
}
