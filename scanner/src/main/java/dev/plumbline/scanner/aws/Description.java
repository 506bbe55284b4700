package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What is asked of every listed thing before all else, where the listing tells little more than names. Its answer
 * stands at the top of the resource.
 *
 * @param shape any object of the kind that is answered, for the names of its members
 * @param atOnce how many one call describes
 * @param key of a thing in what {@code call} gives
 */
record Description<T>(
        AwsOperation operation,
        SdkPojo shape,
        int atOnce,
        Function<T, String> key,
        BiFunction<Reading, List<T>, Map<String, ? extends SdkPojo>> call) {}
