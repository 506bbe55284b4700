package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Networks;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Bursts of change on working days, from build machines that a provider rents out of a score of networks. */
final class Releases implements Habit {
    private static final double A_DAY = 2.5;
    private static final int STEPS = 45;
    private static final int NETWORKS = 20;

    private final Company company;
    private final Machine machine;
    private final Words words;
    private final List<Store> artifacts;
    private final List<String> addresses;

    Releases(Company company, Machine machine) {
        this.company = company;
        this.machine = machine;
        this.words = Words.of(machine.account().cloud());
        this.artifacts = company.stores(machine.account()).stream()
                .filter(store -> store.is("build-artifacts"))
                .toList();
        SplittableRandom provider = company.parameters().seeds().random("build machines");
        this.addresses = Stream.generate(() -> Networks.anywhere(provider))
                .limit(NETWORKS)
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
        double expected = day.weekend() ? A_DAY / 20 : A_DAY;
        int releases = Draw.round(
                random,
                expected * 2 * random.nextDouble() * company.parameters().activity());
        for (int i = 0; i < releases; i++) {
            release(day.at(8 + 9 * random.nextDouble()), random, calls);
        }
    }

    private void release(Instant start, SplittableRandom random, Consumer<Call> calls) {
        Origin origin =
                new Origin(Seeds.pick(random, addresses), words.machineAgents().getFirst());
        Caller caller = Caller.of(machine, company.parameters().seeds());
        Session session = new Session(machine.account(), caller, origin, start, random, calls);
        int steps = STEPS / 2 + random.nextInt(STEPS);
        for (int i = 0; i < steps; i++) {
            session.pause(4).call(words.release().get(i * words.release().size() / steps));
            if (i % 8 == 7 && !artifacts.isEmpty()) {
                session.pause(2).read(words, artifacts.getFirst());
            }
        }
    }
}
