package dev.plumbline.scanner.aws;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.plumbline.rules.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource as {@link AwsTypeBuilder} declares it. What a {@link DeclaredCollector} asks, and the permissions
 * it needs, follow from this alone, so that they cannot drift apart.
 *
 * @param askedIn the one place where the whole account is asked: {@code global} or a region; empty for every region
 * @param members what the listing tells of one, to stand at the top of the resource
 * @param region where one is; by default where it was asked for
 * @param name by one and what was read of it; {@code null} for the last part of its id
 * @param tagsKey which answer tells its tags; empty if they stand at the top
 * @param none what AWS says where the service is not switched on, so that there are none
 * @param notOffered what AWS says to an account that is not told, whatever it is granted
 * @param gone what AWS says of one that was deleted after it had been listed
 * @param alsoNeeded permissions that AWS asks for besides those of the operations themselves
 */
record AwsType<T>(
        ResourceType type,
        AwsService<?> service,
        Optional<String> askedIn,
        Source<T> source,
        Optional<Description<T>> description,
        Function<T, Map<String, @Nullable Object>> members,
        BiFunction<T, AwsPlace, String> id,
        BiFunction<T, Map<String, @Nullable Object>, @Nullable String> name,
        Optional<Function<T, String>> region,
        List<Question<T>> questions,
        Optional<String> tagsKey,
        Refusals none,
        Refusals notOffered,
        Refusals gone,
        Set<String> alsoNeeded) {
    AwsType {
        questions = List.copyOf(questions);
        alsoNeeded = Set.copyOf(alsoNeeded);
    }

    Set<String> permissions() {
        Stream<AwsOperation> operations = Stream.of(
                        source.operations().stream(),
                        description.stream().map(Description::operation),
                        questions.stream().map(Question::operation))
                .flatMap(each -> each);
        return Stream.concat(operations.map(AwsOperation::permission), alsoNeeded.stream())
                .collect(toUnmodifiableSet());
    }
}
