package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Networks;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Person.Duty;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import dev.plumbline.dashboards.demo.company.Team;
import dev.plumbline.rules.resource.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Who does the five attacks, to what and when: in the second half of the month, each by another principal. */
final class AttackPlan {
    private static final int BULK_READS = 2400;
    private static final int LEAST_BULK_READS = 400;

    private final Company company;
    private final Seeds seeds;
    private final SplittableRandom random;
    private final List<Person> unsuspected;

    AttackPlan(Company company) {
        this.company = company;
        this.seeds = company.parameters().seeds();
        this.random = seeds.random("attacks");
        this.unsuspected = new ArrayList<>(company.people().stream()
                .filter(person -> person.firstDay() == 0)
                .toList());
    }

    List<Attack> attacks() {
        return List.of(stolenKey(), slowExfiltration(), insiderBulkRead(), loggingOff(), snapshotShared());
    }

    private StolenKey stolenKey() {
        List<Machine> victims = company.machines().stream()
                .filter(machine -> machine.account().cloud() == Cloud.AWS)
                .filter(machine -> machine.longTermKey() && machine.duty() == Machine.Duty.BATCH)
                .toList();
        Machine victim = Seeds.pick(random, victims);
        List<Store> stores = foreign(victim.account().cloud(), victim.account().id(), victim.team());
        Store loot = Seeds.pick(random, stores.stream().filter(Store::sensitive).toList());
        List<Store> tried =
                stores.stream().filter(store -> !store.equals(loot)).limit(5).toList();
        return new StolenKey(seeds, victim, somewhere(), loot, tried, day(17), hour());
    }

    private SlowExfiltration slowExfiltration() {
        Person person = someone(Cloud.GCP, Duty.DEVELOPER);
        List<Store> stores = foreign(Cloud.GCP, person.account().id(), person.team());
        Store store =
                Seeds.pick(random, stores.stream().filter(Store::sensitive).toList());
        return new SlowExfiltration(seeds, person, store, day(15));
    }

    private InsiderBulkRead insiderBulkRead() {
        Person person = someone(Cloud.AWS, Duty.ANALYST);
        List<Store> stores = foreign(Cloud.AWS, person.account().id(), person.team()).stream()
                .filter(Store::sensitive)
                .limit(3)
                .toList();
        int reads = company.parameters().count(BULK_READS, LEAST_BULK_READS);
        return new InsiderBulkRead(seeds, person, stores, Math.min(reads, BULK_READS), day(21));
    }

    private LoggingOff loggingOff() {
        return new LoggingOff(seeds, someone(Cloud.AWS, Duty.DEVELOPER), somewhere(), day(24), hour());
    }

    private SnapshotShared snapshotShared() {
        return new SnapshotShared(seeds, someone(Cloud.AWS, Duty.OPERATOR), somewhere(), day(26), hour());
    }

    private Person someone(Cloud cloud, Duty duty) {
        Person person = Seeds.pick(
                random,
                unsuspected.stream()
                        .filter(one -> one.account().cloud() == cloud && one.duty() == duty)
                        .toList());
        unsuspected.remove(person);
        return person;
    }

    private List<Store> foreign(Cloud cloud, String account, Team team) {
        return company.stores(cloud).stream()
                .filter(store -> store.account().id().equals(account) && store.team() != team)
                .toList();
    }

    private Origin somewhere() {
        return new Origin(Networks.anywhere(random), AwsWords.COMMAND_LINE);
    }

    private int day(int earliest) {
        return earliest + random.nextInt(3);
    }

    /** After work. */
    private double hour() {
        return 18.5 + 3 * random.nextDouble();
    }
}
