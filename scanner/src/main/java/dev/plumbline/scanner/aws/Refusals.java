package dev.plumbline.scanner.aws;

import java.util.List;

/**
 * Refusals with a meaning of their own, each an error code, or where AWS uses one code for several things a code and
 * words of its message: {@code AccessDeniedException: Macie is not enabled}.
 */
record Refusals(List<String> known) {
    static final Refusals NONE = new Refusals(List.of());

    Refusals {
        known = List.copyOf(known);
    }

    static Refusals of(String... known) {
        return new Refusals(List.of(known));
    }

    boolean include(AwsFailure failure) {
        return known.stream().anyMatch(each -> matches(each, failure));
    }

    private static boolean matches(String known, AwsFailure failure) {
        String[] parts = known.split(": ", 2);
        return parts[0].equals(failure.code())
                && (parts.length == 1 || failure.words().contains(parts[1]));
    }
}
