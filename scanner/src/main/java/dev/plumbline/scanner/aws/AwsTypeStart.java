package dev.plumbline.scanner.aws;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.plumbline.rules.resource.ResourceType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a type's things are found: the first line of every declaration. */
record AwsTypeStart<C>(AwsService<C> service, ResourceType type) {
    /**
     * A listing in pages.
     *
     * @param page asks for the page that a token stands for; {@code null} for the first
     */
    <R, T> AwsTypeBuilder<C, T> list(
            String operation,
            BiFunction<C, @Nullable String, R> page,
            Function<R, @Nullable String> next,
            Function<R, List<T>> items) {
        AwsOperation listed = service.operation(operation);
        return from(new Source<>(Set.of(listed), (reading, sink) -> pages(reading, listed, page, next, items, sink)));
    }

    /** A listing that AWS gives whole. */
    <T> AwsTypeBuilder<C, T> list(String operation, Function<C, List<T>> items) {
        AwsOperation listed = service.operation(operation);
        return from(new Source<>(Set.of(listed), (reading, sink) -> sink.accept(reading.call(service, listed, items))));
    }

    /** The things within which those of the type are listed. */
    <R, P> Within<C, P> within(
            String operation,
            BiFunction<C, @Nullable String, R> page,
            Function<R, @Nullable String> next,
            Function<R, List<P>> items) {
        AwsOperation listed = service.operation(operation);
        return new Within<>(
                this, new Source<>(Set.of(listed), (reading, sink) -> pages(reading, listed, page, next, items, sink)));
    }

    /** The account, for a service that wants to hear of which one it lists. */
    Within<C, AwsPlace> withinAccount() {
        return new Within<>(this, hereAlone());
    }

    /**
     * What a service is set to as a whole, in each region or for the account: one resource, named after the region, that
     * consists of answers.
     */
    AwsTypeBuilder<C, AwsPlace> settings() {
        return from(hereAlone())
                .id((place, same) -> place.arn(type.service(), "region/" + place.region()))
                .name(AwsPlace::region);
    }

    private static Source<AwsPlace> hereAlone() {
        return new Source<>(Set.of(), (reading, sink) -> sink.accept(List.of(reading.place())));
    }

    private <T> AwsTypeBuilder<C, T> from(Source<T> source) {
        return new AwsTypeBuilder<>(service, type, source);
    }

    private <R, T> void pages(
            Reading reading,
            AwsOperation operation,
            BiFunction<C, @Nullable String, R> page,
            Function<R, @Nullable String> next,
            Function<R, List<T>> items,
            Consumer<List<T>> sink) {
        AwsPages.forEach(
                operation,
                token -> reading.<C, R>call(service, operation, client -> page.apply(client, token)),
                next,
                answer -> sink.accept(items.apply(answer)));
    }

    /** Listings within each of {@code parents}; one that fails leaves the others be. */
    record Within<C, P>(AwsTypeStart<C> start, Source<P> parents) {
        <R, T> AwsTypeBuilder<C, Nested<P, T>> list(
                String operation,
                AwsTypeBuilder.PageCall<C, P, R> page,
                Function<R, @Nullable String> next,
                Function<R, List<T>> items) {
            return found(operation, page, next, items, item -> Optional.empty());
        }

        /** Where those that are listed have more of their kind within them. */
        <R, T> AwsTypeBuilder<C, Nested<P, T>> tree(
                String operation,
                AwsTypeBuilder.PageCall<C, P, R> page,
                Function<R, @Nullable String> next,
                Function<R, List<T>> items,
                Function<T, P> asParent) {
            return found(operation, page, next, items, item -> Optional.of(asParent.apply(item)));
        }

        private <R, T> AwsTypeBuilder<C, Nested<P, T>> found(
                String operation,
                AwsTypeBuilder.PageCall<C, P, R> page,
                Function<R, @Nullable String> next,
                Function<R, List<T>> items,
                Function<T, Optional<P>> asParent) {
            AwsOperation listed = start.service().operation(operation);
            Set<AwsOperation> operations = Stream.concat(parents.operations().stream(), Stream.of(listed))
                    .collect(toUnmodifiableSet());
            return start.from(new Source<>(
                    operations,
                    (reading, sink) -> parents.pages()
                            .accept(
                                    reading,
                                    roots -> descend(roots, asParent, (parent, down) -> {
                                        try {
                                            start.<R, Nested<P, T>>pages(
                                                    reading,
                                                    listed,
                                                    (client, token) -> page.ask(client, parent, token),
                                                    next,
                                                    answer -> nested(parent, items.apply(answer)),
                                                    down.andThen(sink));
                                        } catch (AwsFailure failure) {
                                            reading.missed(failure);
                                        }
                                    }))));
        }

        /** Goes over all parents, those found on the way included, each once: a circle ends. */
        private static <P, T> void descend(
                List<P> roots, Function<T, Optional<P>> asParent, BiConsumer<P, Consumer<List<Nested<P, T>>>> list) {
            Set<P> known = new LinkedHashSet<>(roots);
            Deque<P> open = new ArrayDeque<>(known);
            while (!open.isEmpty()) {
                list.accept(
                        open.pop(),
                        found -> found.stream()
                                .flatMap(each -> asParent.apply(each.item()).stream())
                                .filter(known::add)
                                .forEach(open::add));
            }
        }

        private static <P, T> List<Nested<P, T>> nested(P parent, List<T> items) {
            return items.stream().map(item -> new Nested<>(parent, item)).toList();
        }
    }
}
