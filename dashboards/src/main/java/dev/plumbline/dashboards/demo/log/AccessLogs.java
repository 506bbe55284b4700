package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes a month of access logs. Each account's day is a part of its own, drawn from its own seeds and written by any
 * thread, so the bytes do not depend on the machine.
 *
 * @param events written
 */
public record AccessLogs(long events, List<PlantedAttack> attacks) {
    public AccessLogs {
        attacks = List.copyOf(attacks);
    }

    /** One account on one day. */
    private record Part(CloudAccount account, Day day) {}

    /** A call of an attack, by its name in the log. */
    private record Label(Attack attack, Instant time, String eventId) {}

    private record Written(long events, List<Label> labels) {}

    /** How many parts there are to report. */
    public static int parts(Company company) {
        return Parameters.DAYS * company.accounts().all().size();
    }

    /**
     * Writes the logs of every account and day.
     *
     * @param folder empty or absent
     * @param partDone told once for each part, from any thread
     * @throws UncheckedIOException if a file cannot be written
     */
    public static AccessLogs write(Company company, Path folder, Runnable partDone) {
        return write(company, Cast.of(company), folder, partDone);
    }

    /** As {@link #write(Company, Path, Runnable)}, of nobody but {@code cast}. */
    static AccessLogs write(Company company, Cast cast, Path folder, Runnable partDone) {
        Folders folders = new Folders();
        List<Written> written = parts(company.parameters(), company).parallelStream()
                .map(part -> {
                    Written result = write(part, cast, company, folder, folders);
                    partDone.run();
                    return result;
                })
                .toList();
        long events = written.stream().mapToLong(Written::events).sum();
        List<Label> labels =
                written.stream().flatMap(part -> part.labels().stream()).toList();
        return new AccessLogs(events, attacks(cast, labels));
    }

    private static List<Part> parts(Parameters parameters, Company company) {
        return company.accounts().all().stream()
                .flatMap(account -> IntStream.range(0, Parameters.DAYS)
                        .mapToObj(day -> new Part(account, new Day(day, parameters.day(day)))))
                .toList();
    }

    private static Written write(Part part, Cast cast, Company company, Path folder, Folders folders) {
        LogFormat format = LogFormat.of(part.account().cloud(), folders);
        Instant midnight = part.day().at(24);
        List<Call> calls = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (Habit habit : cast.of(part.account())) {
            Consumer<Call> sink = call -> {
                if (!format.records(call) || !call.time().isBefore(midnight)) {
                    return; // what runs past midnight is broken off: days are written apart
                }
                calls.add(call);
                if (habit instanceof Attack attack) {
                    labels.add(new Label(attack, call.time(), format.eventId(call)));
                }
            };
            var random = company.parameters()
                    .seeds()
                    .random("day", part.account().id(), habit.name(), part.day().number());
            habit.calls(part.day(), random, sink);
        }
        calls.sort(Comparator.comparing(Call::time).thenComparing(Call::id));
        try {
            format.write(folder, part.account(), part.day(), calls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(calls.size(), labels);
    }

    private static List<PlantedAttack> attacks(Cast cast, List<Label> labels) {
        return cast.habits().stream()
                .filter(Attack.class::isInstance)
                .map(Attack.class::cast)
                .map(attack -> attack(attack, labels))
                .toList();
    }

    private static PlantedAttack attack(Attack attack, List<Label> labels) {
        List<Label> own = labels.stream()
                .filter(label -> label.attack().equals(attack))
                .sorted(Comparator.comparing(Label::time))
                .toList();
        return new PlantedAttack(
                attack.name(),
                attack.account().cloud().key(),
                own.getFirst().time(),
                own.getLast().time(),
                own.stream().map(Label::eventId).toList());
    }
}
