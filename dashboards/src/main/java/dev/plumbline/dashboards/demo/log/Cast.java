package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Person.Duty;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import dev.plumbline.rules.resource.Cloud;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Everybody who appears in the logs of one company, day after day or on one bad night. */
record Cast(List<Habit> habits) {
    private static final double NEW_PROJECTS = 0.12;

    Cast {
        habits = List.copyOf(habits);
    }

    static Cast of(Company company) {
        List<Habit> habits = new ArrayList<>();
        company.people().forEach(person -> habits.add(new PersonAtWork(company, person)));
        company.machines().forEach(machine -> habits.add(habitOf(company, machine)));
        company.accounts().in(Cloud.AWS).forEach(account -> habits.add(new LogDelivery(company, account)));
        habits.addAll(surprises(company));
        habits.addAll(new AttackPlan(company).attacks());
        return new Cast(habits);
    }

    List<Habit> of(CloudAccount account) {
        return habits.stream().filter(habit -> habit.account().equals(account)).toList();
    }

    private static Habit habitOf(Company company, Machine machine) {
        return switch (machine.duty()) {
            case BATCH -> new NightlyJob(company, machine);
            case DEPLOYMENT -> new Releases(company, machine);
            case SERVICE -> new SmallRequests(company, machine);
            case BACKUP -> new Backups(company, machine);
        };
    }

    /** What is unusual and harmless. */
    private static List<Habit> surprises(Company company) {
        SplittableRandom random = company.parameters().seeds().random("surprises");
        List<Habit> surprises = new ArrayList<>();
        List<Person> operators = company.people().stream()
                .filter(person -> person.duty() == Duty.OPERATOR && person.firstDay() == 0)
                .filter(person -> person.account().cloud() != Cloud.AZURE)
                .toList();
        surprises.add(new IncidentNight(company, Seeds.pick(random, operators), 12 + random.nextInt(8)));
        for (Person person : company.people()) {
            List<Store> others = company.stores(person.account()).stream()
                    .filter(store -> store.team() != person.team())
                    .toList();
            if (random.nextDouble() < NEW_PROJECTS && !others.isEmpty()) {
                int firstDay = 8 + random.nextInt(Parameters.DAYS - 10);
                surprises.add(new NewProject(company, person, Seeds.pick(random, others), firstDay));
            }
        }
        return surprises;
    }
}
