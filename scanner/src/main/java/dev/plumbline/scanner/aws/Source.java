package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where the resources of a type come from.
 *
 * @param pages hands page after page to the consumer
 */
record Source<T>(Set<AwsOperation> operations, BiConsumer<Reading, Consumer<List<T>>> pages) {}
