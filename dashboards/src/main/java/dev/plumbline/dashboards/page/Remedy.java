package dev.plumbline.dashboards.page;

import dev.plumbline.scanner.finding.Finding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a resource's own names into a rule's remediation. */
public final class Remedy {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(name|id|account|region)}");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_./:@=+,-]+");

    private Remedy() {}

    /** One pass, so that a name which itself looks like a placeholder stays what it is. */
    public static String fill(String text, Finding finding) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(quote(value(match.group(1), finding))));
    }

    private static String value(String placeholder, Finding finding) {
        return switch (placeholder) {
            case "name" -> finding.name();
            case "id" -> finding.resource().value();
            case "account" -> finding.account().value();
            default -> finding.region();
        };
    }

    /** Somebody else named the resource, and this text goes into a shell: what is not plainly harmless is quoted. */
    private static String quote(String value) {
        return HARMLESS.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
