package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.inventory.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.DevEndpoint;
import software.amazon.awssdk.services.glue.model.Job;

/**
 * Where people put secrets in Glue: arguments that they pass to their own programs, and properties of connections. Names
 * stay, values become the mark, but for those that say how Glue itself works.
 */
final class GlueSecrets {
    private static final Set<String> ARGUMENTS_OF_GLUE = Set.of(
            "--TempDir",
            "--continuous-log-logGroup",
            "--enable-auto-scaling",
            "--enable-continuous-cloudwatch-log",
            "--enable-continuous-log-filter",
            "--enable-glue-datacatalog",
            "--enable-job-insights",
            "--enable-metrics",
            "--enable-observability-metrics",
            "--enable-spark-ui",
            "--encryption-type",
            "--job-bookmark-option",
            "--job-language",
            "--spark-event-logs-path");
    private static final List<String> ARGUMENTS = List.of("DefaultArguments", "NonOverridableArguments", "Arguments");
    private static final List<String> PROPERTIES =
            List.of("ConnectionProperties", "SparkProperties", "AthenaProperties", "PythonProperties");
    private static final Pattern SECRET_NAME =
            Pattern.compile("password|token|secret(?!_id|_arn)|credential|private_?key", Pattern.CASE_INSENSITIVE);
    /** A password in an address: among its parameters, or before its host. */
    private static final Pattern SECRET_IN_ADDRESS =
            Pattern.compile("(password|pwd)\\s*=|[/:][^/@:\\s]+[:/][^/@:\\s]+@", Pattern.CASE_INSENSITIVE);

    private GlueSecrets() {}

    /** The nodes of a job that was drawn are its program, which is left out. */
    static Map<String, @Nullable Object> job(Job job) {
        Map<String, @Nullable Object> members = arguments(job);
        members.remove("CodeGenConfigurationNodes");
        return members;
    }

    static Map<String, @Nullable Object> devEndpoint(DevEndpoint endpoint) {
        return arguments(endpoint);
    }

    static Map<String, @Nullable Object> connection(Connection connection) {
        return marked(
                connection,
                PROPERTIES,
                (name, value) -> SECRET_NAME.matcher(name).find()
                        || SECRET_IN_ADDRESS.matcher(value).find());
    }

    private static Map<String, @Nullable Object> arguments(SdkPojo thing) {
        return marked(thing, ARGUMENTS, (name, value) -> !ARGUMENTS_OF_GLUE.contains(name));
    }

    private static Map<String, @Nullable Object> marked(
            SdkPojo thing, List<String> maps, BiPredicate<String, String> secret) {
        Map<String, @Nullable Object> members = AwsJson.tree(thing);
        maps.forEach(map -> members.computeIfPresent(map, (key, value) -> marked(value, secret)));
        return members;
    }

    private static Object marked(Object values, BiPredicate<String, String> secret) {
        if (!(values instanceof Map<?, ?> map)) {
            return values;
        }
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        map.forEach((name, value) -> clean.put(
                String.valueOf(name),
                secret.test(String.valueOf(name), String.valueOf(value)) ? Redaction.MARK : value));
        return clean;
    }
}
