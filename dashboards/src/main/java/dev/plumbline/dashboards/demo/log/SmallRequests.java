package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A service that is never quite idle, busier when people are awake. */
final class SmallRequests implements Habit {
    private static final int A_DAY = 150;
    private static final double REFUSED = 0.002;

    private final Company company;
    private final Machine machine;
    private final Words words;
    private final List<Store> stores;

    SmallRequests(Company company, Machine machine) {
        this.company = company;
        this.machine = machine;
        this.words = Words.of(machine.account().cloud());
        this.stores = company.stores(machine.account()).stream()
                .filter(store -> store.team() == machine.team())
                .toList();
    }

    @Override
    public String name() {
        return machine.name();
    }

    @Override
    public CloudAccount account() {
        return machine.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        int requests = stores.isEmpty()
                ? 0
                : Draw.round(
                        random, A_DAY * words.shows() * company.parameters().activity());
        Origin origin = new Origin(machine.address(), words.machineAgents().getLast());
        Caller caller = Caller.of(machine, company.parameters().seeds());
        for (int i = 0; i < requests; i++) {
            request(new Session(machine.account(), caller, origin, day.at(hour(random)), random, calls), random);
        }
    }

    private void request(Session session, SplittableRandom random) {
        Store store = stores.get(Draw.favourite(random, stores.size()));
        if (random.nextDouble() < REFUSED) {
            session.denied(words.read(), store);
        } else if (random.nextInt(3) == 0) {
            session.write(words, store);
        } else {
            session.read(words, store);
        }
    }

    /** Two requests of three fall between 7 and 19 o'clock. */
    private static double hour(SplittableRandom random) {
        return random.nextInt(3) == 0 ? 24 * random.nextDouble() : 7 + 12 * random.nextDouble();
    }
}
