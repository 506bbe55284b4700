package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Networks;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A person's days: hours of one's own, a few sessions in them, the team's stores first. Now and then somebody works
 * on a weekend or late, travels, is away for a week, or asks for something that is not given.
 */
final class PersonAtWork implements Habit {
    private static final double AT_HOME_NETWORK = 0.95;
    private static final double ON_A_WEEKEND = 0.06;
    private static final double LATE = 0.03;
    private static final double OTHER_TEAMS_STORE = 0.08;
    private static final double REFUSED = 0.04;

    private final Company company;
    private final Person person;
    private final Words words;
    private final Ways ways;
    private final List<Store> own;
    private final List<Store> shared;

    /**
     * What tells one person from another, drawn once.
     *
     * @param startHour when this person usually begins, in UTC
     * @param awayFrom first day of a week's absence; beyond the last day for most
     * @param travelFrom first of three days in another network; beyond the last day for most
     */
    private record Ways(double startHour, double sessions, int awayFrom, int travelFrom, String travelAddress) {
        static Ways of(SplittableRandom random) {
            return new Ways(
                    6 + random.nextDouble() * 3,
                    2 + random.nextDouble() * 3,
                    random.nextInt(Parameters.DAYS * 4),
                    random.nextInt(Parameters.DAYS * 3),
                    Networks.anywhere(random));
        }

        boolean away(int day) {
            return day >= awayFrom && day < awayFrom + 7;
        }

        boolean travels(int day) {
            return day >= travelFrom && day < travelFrom + 3;
        }
    }

    PersonAtWork(Company company, Person person) {
        this.company = company;
        this.person = person;
        this.words = Words.of(person.account().cloud());
        this.ways = Ways.of(company.parameters().seeds().random("ways of working", person.name()));
        List<Store> reachable = company.stores(person.account());
        this.own = reachable.stream()
                .filter(store -> store.team() == person.team())
                .toList();
        this.shared = reachable.stream()
                .filter(store -> store.team() != person.team() && !store.sensitive())
                .limit(3)
                .toList();
    }

    @Override
    public String name() {
        return person.name();
    }

    @Override
    public CloudAccount account() {
        return person.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        boolean works = day.number() >= person.firstDay()
                && !ways.away(day.number())
                && (!day.weekend() || random.nextDouble() < weekendShare());
        if (!works) {
            return;
        }
        double arrival = ways.startHour() + 0.5 * random.nextGaussian();
        double length = day.weekend() ? 2 : 8 + random.nextGaussian();
        int sessions = Draw.round(random, ways.sessions() * company.parameters().activity());
        for (int i = 0; i < sessions; i++) {
            session(day, Math.max(0, arrival + random.nextDouble() * length), random, calls);
        }
        if (random.nextDouble() < LATE) {
            session(day, 20 + random.nextDouble() * 3, random, calls);
        }
    }

    private double weekendShare() {
        return person.duty() == Person.Duty.OPERATOR ? 3 * ON_A_WEEKEND : ON_A_WEEKEND;
    }

    private void session(Day day, double hour, SplittableRandom random, Consumer<Call> calls) {
        Seeds seeds = company.parameters().seeds();
        Session session = new Session(
                person.account(), Caller.of(person, seeds), origin(day, random), day.at(hour), random, calls);
        if (random.nextInt(3) == 0) {
            session.call(words.whoAmI());
        }
        if (random.nextInt(3) == 0) {
            session.pause(20).call(words.listStores());
        }
        lookAround(session, random);
        readStores(session, random);
        if (random.nextDouble() < REFUSED) {
            session.pause(60).denied(Seeds.pick(random, words.around()));
        }
    }

    private void lookAround(Session session, SplittableRandom random) {
        int looks = Draw.around(random, person.duty() == Person.Duty.ANALYST ? 2 : 9);
        for (int i = 0; i < looks; i++) {
            session.pause(40).call(Seeds.pick(random, words.around()));
        }
    }

    private void readStores(Session session, SplittableRandom random) {
        boolean elsewhere = own.isEmpty() || random.nextDouble() < OTHER_TEAMS_STORE;
        List<Store> choices = elsewhere ? shared : own;
        if (choices.isEmpty()) {
            return;
        }
        Store store = choices.get(Draw.favourite(random, choices.size()));
        session.pause(60).call(words.listObjects(), store);
        int reads = Draw.around(random, person.duty() == Person.Duty.ANALYST ? 22 : 5);
        for (int i = 0; i < reads; i++) {
            session.pause(25).read(words, store);
        }
        if (random.nextInt(4) == 0) {
            session.pause(90).write(words, store);
        }
    }

    private Origin origin(Day day, SplittableRandom random) {
        String usual = random.nextDouble() < AT_HOME_NETWORK ? person.home() : Networks.anywhere(random);
        String address = ways.travels(day.number()) ? ways.travelAddress() : usual;
        return new Origin(
                address,
                words.agents().get(Draw.favourite(random, words.agents().size())));
    }
}
