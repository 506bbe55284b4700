package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Reads a team's sets every night and writes what it made of them; now and then it fails and is run again by day. */
final class NightlyJob implements Habit {
    private static final double RUN_AGAIN = 0.04;
    private static final double MONTH_END_FACTOR = 1.8;
    private static final int READS = 70;

    private final Company company;
    private final Machine machine;
    private final Words words;
    private final List<Store> stores;
    private final double hour;

    NightlyJob(Company company, Machine machine) {
        this.company = company;
        this.machine = machine;
        this.words = Words.of(machine.account().cloud());
        this.stores = company.stores(machine.account()).stream()
                .filter(store -> store.team() == machine.team())
                .toList();
        this.hour = 0.5
                + 3.5
                        * company.parameters()
                                .seeds()
                                .random("nightly", machine.account().id(), machine.name())
                                .nextDouble();
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
        if (stores.isEmpty()) {
            return;
        }
        run(day, hour + 0.03 * random.nextDouble(), random, calls);
        if (random.nextDouble() < RUN_AGAIN) {
            run(day, 8 + 4 * random.nextDouble(), random, calls);
        }
    }

    private void run(Day day, double at, SplittableRandom random, Consumer<Call> calls) {
        Origin origin = new Origin(machine.address(), machineAgent());
        Session session = new Session(
                machine.account(), Caller.of(machine, company.parameters().seeds()), origin, day.at(at), random, calls);
        double month = day.date().getDayOfMonth() == 1 ? MONTH_END_FACTOR : 1;
        int reads = Draw.round(
                random,
                month
                        * READS
                        * (0.8 + 0.4 * random.nextDouble())
                        * words.shows()
                        * company.parameters().activity());
        for (Store store : stores) {
            session.pause(2).call(words.listObjects(), store);
        }
        for (int i = 0; i < reads; i++) {
            Store store = stores.get(i * stores.size() / reads);
            if (i % 10 == 0) {
                session.pause(1).call(words.decrypt());
            }
            session.pause(3).read(words, store);
            if (i % 5 == 4) {
                session.pause(2).write(words, store);
            }
        }
    }

    private String machineAgent() {
        return words.machineAgents()
                .get(machine.name().length() % words.machineAgents().size());
    }
}
