package dev.plumbline.dashboards.http;

import dev.plumbline.dashboards.page.Filter;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.scanner.finding.FindingId;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what an address asks for; what makes no sense is answered with 400 and the sentence that helps. */
final class Asked {
    private static final Pattern FINDING_ID = Pattern.compile("[0-9a-f]{32}");

    private Asked() {}

    static Filter filter(HttpRequest<?> request) {
        HttpParameters parameters = request.getParameters();
        return filter(parameters.getAll("cloud"), parameters.getAll("severity"), parameters.get("q"));
    }

    static Filter filter(@Nullable List<String> clouds, @Nullable List<String> severities, @Nullable String text) {
        return orBadRequest(() -> Filter.of(
                Optional.ofNullable(clouds).orElse(List.of()),
                Optional.ofNullable(severities).orElse(List.of()),
                Optional.ofNullable(text).orElse("")));
    }

    /** Where a page of a list starts, from 0. */
    static int from(HttpRequest<?> request) {
        String from = request.getParameters().get("from");
        if (from == null) {
            return 0;
        }
        try {
            return Math.max(0, Integer.parseInt(from));
        } catch (NumberFormatException e) {
            throw badRequest("from '%s' is no number".formatted(from));
        }
    }

    static RuleId rule(String id) {
        return orBadRequest(() -> new RuleId(id));
    }

    /** Empty for what cannot be a finding's id. */
    static Optional<FindingId> finding(String id) {
        return FINDING_ID.matcher(id).matches() ? Optional.of(new FindingId(id)) : Optional.empty();
    }

    static HttpStatusException badRequest(String sentence) {
        return new HttpStatusException(HttpStatus.BAD_REQUEST, sentence);
    }

    private static <T> T orBadRequest(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException e) {
            throw badRequest(Optional.ofNullable(e.getMessage()).orElse("the request makes no sense"));
        }
    }
}
