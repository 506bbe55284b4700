package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.scanner.collect.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Declares a type of resource. An operation is told by its name, which also names its permission (exceptions stand with
 * the service) and, without its verb, the key of its answer.
 *
 * <pre>{@code
 * AwsServices.KMS.type("aws.kms.key")
 *         .list("ListKeys", (kms, token) -> kms.listKeys(r -> r.marker(token)), ListKeysResponse::nextMarker, ListKeysResponse::keys)
 *         .id(KeyListEntry::keyArn)
 *         .ask("GetKeyPolicy", (kms, key) -> kms.getKeyPolicy(r -> r.keyId(key.keyId()).policyName("default")))
 *         .build();
 * }</pre>
 *
 * @param <C> the service's client
 * @param <T> what the listing has for each thing: an object of the API, or a name
 */
final class AwsTypeBuilder<C, T> {
    private final AwsService<C> service;
    private final ResourceType type;
    private final Source<T> source;
    private final List<Question<T>> questions = new ArrayList<>();
    private final Set<String> alsoNeeded = new HashSet<>();
    private Optional<String> askedIn;
    private Optional<Description<T>> description = Optional.empty();
    private Function<T, Map<String, @Nullable Object>> members = AwsTypeBuilder::spread;
    private @Nullable BiFunction<T, AwsPlace, String> id;
    private BiFunction<T, Map<String, @Nullable Object>, @Nullable String> name = (thing, config) -> null;
    private Optional<Function<T, String>> region = Optional.empty();
    private Optional<String> tagsKey = Optional.empty();
    private Refusals none = Refusals.NONE;
    private Refusals notOffered = Refusals.NONE;
    private Refusals gone = Refusals.NONE;

    AwsTypeBuilder(AwsService<C> service, ResourceType type, Source<T> source) {
        this.service = service;
        this.type = type;
        this.source = source;
        this.askedIn = service.global() ? Optional.of(Scope.GLOBAL) : Optional.empty();
    }

    /** A regional service that lists for the whole account, asked in its home region. */
    AwsTypeBuilder<C, T> oncePerAccount() {
        return onlyIn(Scope.GLOBAL);
    }

    /** A regional service that answers for the whole account in one region alone. */
    AwsTypeBuilder<C, T> onlyIn(String oneRegion) {
        askedIn = Optional.of(oneRegion);
        return this;
    }

    /** Where AWS gives ARNs. */
    AwsTypeBuilder<C, T> id(Function<T, String> arn) {
        return id((thing, place) -> arn.apply(thing));
    }

    /** Where it gives none: made by the service authorization reference's template. */
    AwsTypeBuilder<C, T> id(BiFunction<T, AwsPlace, String> arn) {
        id = arn;
        return this;
    }

    AwsTypeBuilder<C, T> name(Function<T, @Nullable String> newName) {
        return name((thing, config) -> newName.apply(thing));
    }

    /** A name that only an answer tells. */
    AwsTypeBuilder<C, T> name(BiFunction<T, Map<String, @Nullable Object>, @Nullable String> newName) {
        name = newName;
        return this;
    }

    /** Where one listing has things of many regions. */
    AwsTypeBuilder<C, T> region(Function<T, String> newRegion) {
        region = Optional.of(newRegion);
        return this;
    }

    /** In place of the listing's own members, where those are called otherwise in the description. */
    AwsTypeBuilder<C, T> members(Function<T, Map<String, @Nullable Object>> newMembers) {
        members = newMembers;
        return this;
    }

    /** What the listing says when the service is not switched on, so that there are none. */
    AwsTypeBuilder<C, T> noneIf(String... refusals) {
        none = Refusals.of(refusals);
        return this;
    }

    /** What the listing says to accounts that it tells nothing, whatever they are granted. */
    AwsTypeBuilder<C, T> notOfferedIf(String... refusals) {
        notOffered = Refusals.of(refusals);
        return this;
    }

    /** What any call about a thing says when it was deleted since it was listed. */
    AwsTypeBuilder<C, T> goneIf(String... refusals) {
        gone = Refusals.of(refusals);
        return this;
    }

    /** Permissions that AWS asks for besides those named like the operations. */
    AwsTypeBuilder<C, T> alsoNeeds(String... permissions) {
        alsoNeeded.addAll(Arrays.asList(permissions));
        return this;
    }

    /** @param shape the builder of what is answered, for its members' names: {@code KeyMetadata::builder} */
    AwsTypeBuilder<C, T> describe(
            String operation, Supplier<? extends SdkPojo> shape, BiFunction<C, T, ? extends SdkPojo> call) {
        AwsOperation described = service.operation(operation);
        description = Optional.of(new Description<>(
                described,
                shape.get(),
                1,
                thing -> "",
                (reading, things) -> Map.of(
                        "",
                        reading.<C, SdkPojo>call(
                                service, described, client -> call.apply(client, things.getFirst())))));
        return this;
    }

    /** Describes several with one call; one that is missing in its answer is unread. */
    <D extends SdkPojo> AwsTypeBuilder<C, T> describe(
            String operation,
            Supplier<? extends SdkPojo> shape,
            int atOnce,
            BiFunction<C, List<T>, List<D>> call,
            Function<D, String> answeredKey,
            Function<T, String> listedKey) {
        AwsOperation described = service.operation(operation);
        description = Optional.of(new Description<>(
                described,
                shape.get(),
                atOnce,
                listedKey,
                (reading, things) ->
                        reading.<C, List<D>>call(service, described, client -> call.apply(client, things)).stream()
                                .collect(Collectors.toMap(answeredKey, answer -> answer, (one, same) -> one))));
        return this;
    }

    AwsTypeBuilder<C, T> ask(String operation, BiFunction<C, T, ? extends SdkPojo> call) {
        return ask(operation, call, question -> question);
    }

    AwsTypeBuilder<C, T> ask(
            String operation, BiFunction<C, T, ? extends SdkPojo> call, UnaryOperator<Question<T>> terms) {
        return ask(operation, (client, thing, arn) -> call.apply(client, thing), terms);
    }

    AwsTypeBuilder<C, T> ask(String operation, Call<C, T> call) {
        return ask(operation, call, question -> question);
    }

    /** @param terms such as {@code question -> question.orNone("NoSuchBucketPolicy")} */
    AwsTypeBuilder<C, T> ask(String operation, Call<C, T> call, UnaryOperator<Question<T>> terms) {
        return ask(service, operation, call, terms);
    }

    /** Asks another service about the thing. */
    <O> AwsTypeBuilder<C, T> ask(
            AwsService<O> other, String operation, Call<O, T> call, UnaryOperator<Question<T>> terms) {
        AwsOperation asked = other.operation(operation);
        questions.add(terms.apply(Question.of(
                asked,
                (reading, thing) -> reading.call(
                        other, asked, client -> AwsJson.tree(call.ask(client, thing, arn(thing, reading)))))));
        return this;
    }

    /** A question whose answer comes in pages, and stands in the resource as if it had come in one. */
    <R extends SdkPojo> AwsTypeBuilder<C, T> askPages(
            String operation, PageCall<C, T, R> page, Function<R, @Nullable String> next) {
        return askPages(operation, page, next, question -> question);
    }

    <R extends SdkPojo> AwsTypeBuilder<C, T> askPages(
            String operation,
            PageCall<C, T, R> page,
            Function<R, @Nullable String> next,
            UnaryOperator<Question<T>> terms) {
        return askPages(operation, (client, thing, arn, token) -> page.ask(client, thing, token), next, terms);
    }

    <R extends SdkPojo> AwsTypeBuilder<C, T> askPages(
            String operation, PageCallByArn<C, T, R> page, Function<R, @Nullable String> next) {
        return askPages(operation, page, next, question -> question);
    }

    <R extends SdkPojo> AwsTypeBuilder<C, T> askPages(
            String operation,
            PageCallByArn<C, T, R> page,
            Function<R, @Nullable String> next,
            UnaryOperator<Question<T>> terms) {
        AwsOperation asked = service.operation(operation);
        questions.add(terms.apply(Question.of(asked, (reading, thing) -> {
            PagedAnswer whole = new PagedAnswer();
            AwsPages.forEach(
                    asked,
                    token -> reading.<C, R>call(
                            service, asked, client -> page.ask(client, thing, arn(thing, reading), token)),
                    next,
                    whole::add);
            return whole.tree();
        })));
        return this;
    }

    /** Where one listing tells of all things what would else be a question for each. */
    <R extends SdkPojo, J extends SdkPojo> AwsTypeBuilder<C, T> join(
            String operation,
            BiFunction<C, @Nullable String, R> page,
            Function<R, @Nullable String> next,
            Function<R, List<J>> items,
            Function<J, @Nullable String> itemKey,
            Function<T, String> thingKey) {
        return join(operation, page, next, items, itemKey, thingKey, question -> question);
    }

    <R extends SdkPojo, J extends SdkPojo> AwsTypeBuilder<C, T> join(
            String operation,
            BiFunction<C, @Nullable String, R> page,
            Function<R, @Nullable String> next,
            Function<R, List<J>> items,
            Function<J, @Nullable String> itemKey,
            Function<T, String> thingKey,
            UnaryOperator<Question<T>> terms) {
        AwsOperation asked = service.operation(operation);
        questions.add(terms.apply(Question.of(
                asked,
                (reading, thing) -> reading.once(
                                asked,
                                () -> JoinedListing.read(
                                        asked,
                                        token ->
                                                reading.<C, R>call(service, asked, client -> page.apply(client, token)),
                                        next,
                                        items,
                                        itemKey))
                        .of(thingKey.apply(thing)))));
        return this;
    }

    /** Says that the last question's answer tells the tags, by which it also finds them there. */
    AwsTypeBuilder<C, T> tags() {
        tagsKey = Optional.of(questions.getLast().key());
        return this;
    }

    AwsType<T> build() {
        if (id == null) {
            throw new IllegalStateException("%s has no id: say .id(...)".formatted(type));
        }
        return new AwsType<>(
                type,
                service,
                askedIn,
                source,
                description,
                members,
                id,
                name,
                region,
                questions,
                tagsKey,
                none,
                notOffered,
                gone,
                alsoNeeded);
    }

    private String arn(T thing, Reading reading) {
        if (id == null) {
            throw new IllegalStateException("%s has no id: say .id(...)".formatted(type));
        }
        return id.apply(thing, reading.place());
    }

    private static Map<String, @Nullable Object> spread(Object thing) {
        return switch (thing) {
            case SdkPojo item -> AwsJson.tree(item);
            case Nested<?, ?> nested -> spread(nested.item());
            default -> new LinkedHashMap<>();
        };
    }

    /** Asks about one thing; most need not look at its ARN. */
    @FunctionalInterface
    interface Call<C, T> {
        SdkPojo ask(C client, T thing, String arn);
    }

    /** Asks for the page of an answer that {@code token} stands for; {@code null} for the first. */
    @FunctionalInterface
    interface PageCall<C, T, R> {
        R ask(C client, T thing, @Nullable String token);
    }

    /** The same for a service that wants to hear ARNs. */
    @FunctionalInterface
    interface PageCallByArn<C, T, R> {
        R ask(C client, T thing, String arn, @Nullable String token);
    }
}
