package dev.plumbline.dashboards.demo.company;

import dev.plumbline.dashboards.demo.company.Machine.Duty;
import dev.plumbline.rules.resource.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Who works for the company: people by duty and number, machines by what they do. */
final class Staff {
    private static final int NEW_HIRE_EVERY = 9;
    private static final List<Team> WITH_ANALYSTS =
            List.of(Team.CLAIMS, Team.PAYMENTS, Team.MARKETING, Team.FINANCE, Team.RESEARCH);

    private final Parameters parameters;
    private final SplittableRandom random;
    private final List<Person> people = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();

    private Staff(Parameters parameters, String kind) {
        this.parameters = parameters;
        this.random = parameters.seeds().random("staff", kind);
    }

    static List<Person> people(Parameters parameters, Accounts accounts) {
        Staff staff = new Staff(parameters, "people");
        staff.hire(accounts.in(Cloud.AWS), parameters.count(21, 12));
        staff.hire(accounts.in(Cloud.GCP), parameters.count(12, 6));
        staff.hire(accounts.in(Cloud.AZURE), parameters.count(8, 4));
        return staff.people;
    }

    static List<Machine> machines(Parameters parameters, Accounts accounts) {
        Staff staff = new Staff(parameters, "machines");
        accounts.all().forEach(staff::install);
        return staff.machines;
    }

    /** Two analysts to two developers to one operator; teams in turn; some of them join within the month. */
    private void hire(List<CloudAccount> accounts, int count) {
        for (int i = 0; i < count; i++) {
            Person.Duty duty =
                    switch (i % 5) {
                        case 0, 3 -> Person.Duty.ANALYST;
                        case 1, 4 -> Person.Duty.DEVELOPER;
                        default -> Person.Duty.OPERATOR;
                    };
            Team team = duty == Person.Duty.OPERATOR
                    ? Team.PLATFORM
                    : WITH_ANALYSTS.get((i + i / 5) % WITH_ANALYSTS.size());
            int number = people.size() + 1;
            int firstDay = number % NEW_HIRE_EVERY == 0 ? 5 + random.nextInt(18) : 0;
            people.add(new Person(
                    "%s-%02d".formatted(duty.name().toLowerCase(Locale.ROOT), number),
                    duty,
                    team,
                    accounts.get(i % accounts.size()),
                    Networks.home(random),
                    firstDay));
        }
    }

    private void install(CloudAccount account) {
        for (int i = 0; i < parameters.count(1, 1); i++) {
            String number = i == 0 ? "" : "-%02d".formatted(i + 1);
            add("etl-loader" + number, Duty.BATCH, Team.CLAIMS, account, true);
            add("nightly-report" + number, Duty.BATCH, Team.FINANCE, account, false);
            add("feature-builder" + number, Duty.BATCH, Team.RESEARCH, account, false);
            add("release-runner" + number, Duty.DEPLOYMENT, Team.PLATFORM, account, false);
            add("ingest-function" + number, Duty.SERVICE, Team.PAYMENTS, account, false);
            add("audience-sync" + number, Duty.SERVICE, Team.MARKETING, account, true);
            add("backup-runner" + number, Duty.BACKUP, Team.PLATFORM, account, false);
        }
    }

    private void add(String name, Duty duty, Team team, CloudAccount account, boolean longTermKey) {
        machines.add(new Machine(name, duty, team, account, longTermKey, Networks.ofMachines(random)));
    }
}
