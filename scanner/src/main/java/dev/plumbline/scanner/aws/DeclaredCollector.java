package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.Scope;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what an {@link AwsType} declares: lists, describes, asks, publishes. */
final class DeclaredCollector<T> implements Collector {
    private static final int THINGS_AT_ONCE = 16;

    private final AwsType<T> type;
    private final AwsConnection connection;
    private final Clock clock;

    DeclaredCollector(AwsType<T> type, AwsConnection connection, Clock clock) {
        this.type = type;
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public ResourceType resourceType() {
        return type.type();
    }

    @Override
    public Set<String> requiredPermissions() {
        return type.permissions();
    }

    @Override
    public List<String> regions(Scope scope) {
        return type.askedIn().isPresent() ? List.of(Scope.GLOBAL) : Collector.super.regions(scope);
    }

    @Override
    public Coverage collect(Scope scope, Consumer<Resource> sink) {
        Listing listing = new Listing(scope, type.type(), clock, sink);
        String part = scope.regions().getFirst();
        String asked = type.askedIn().orElse(part);
        if (!connection.offers(type.service(), asked)) {
            return listing.notOffered(
                    "%s is not there in %s".formatted(type.service().name(), asked));
        }
        Reading reading = new Reading(connection, type.service(), asked, listing);
        return listing.read(
                type.none(),
                type.notOffered(),
                failure -> connection.switchedOff(asked, failure),
                () -> type.source()
                        .pages()
                        .accept(
                                reading,
                                things -> Fanout.forEach(
                                        batches(things),
                                        THINGS_AT_ONCE,
                                        batch -> describe(batch, part, reading, listing))));
    }

    private List<List<T>> batches(List<T> things) {
        int size = type.description().map(Description::atOnce).orElse(1);
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < things.size(); from += size) {
            batches.add(things.subList(from, Math.min(from + size, things.size())));
        }
        return batches;
    }

    private void describe(List<T> batch, String part, Reading reading, Listing listing) {
        if (type.description().isEmpty()) {
            batch.forEach(thing -> read(thing, members(thing), part, reading, listing));
            return;
        }
        Described<T> described = Described.ask(type.description().get(), reading, batch);
        if (described.failure().filter(type.gone()::include).isPresent()) {
            // One that is gone makes the whole call fail: the others are asked about one by one.
            if (batch.size() > 1) {
                batch.forEach(thing -> describe(List.of(thing), part, reading, listing));
            }
            return;
        }
        Fanout.forEach(batch, THINGS_AT_ONCE, thing -> {
            Answers answers = members(thing);
            described.putInto(answers, thing);
            read(thing, answers, part, reading, listing);
        });
    }

    private Answers members(T thing) {
        Answers answers = new Answers();
        answers.spread(type.members().apply(thing));
        return answers;
    }

    private void read(T thing, Answers answers, String part, Reading reading, Listing listing) {
        String id = type.id().apply(thing, reading.place());
        for (Question<T> question : type.questions()) {
            if (!question.applies(thing, answers.config())) {
                answers.put(question.key(), null);
                continue;
            }
            Optional<AwsFailure> failure = answers.ask(
                    question.key(), question.none(), () -> question.asking().apply(reading, thing));
            if (failure.filter(type.gone()::include).isPresent()) {
                return;
            }
        }
        Map<String, @Nullable Object> config = answers.config();
        listing.publish(
                type.region().map(region -> region.apply(thing)).orElse(part),
                id,
                type.name().apply(thing, config),
                AwsTags.in(type.tagsKey().<@Nullable Object>map(config::get).orElse(config)),
                answers);
    }
}
