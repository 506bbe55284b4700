package dev.plumbline.scanner.collect;

import java.time.Duration;
import java.util.Optional;

/**
 * Why a provider did not answer a request, in terms that say what to do about it.
 *
 * @param code the provider's error code, such as {@code AuthorizationPermissionMismatch}; the HTTP status where it
 *     names none; ours where no answer came: {@code Timeout}, {@code Unreachable}
 * @param message the provider's words, for a person; never a whole response body
 * @param retryAfter how long the provider asked us to wait
 */
public record RequestFailure(Kind kind, String code, String message, Optional<Duration> retryAfter) {
    public RequestFailure {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a failure without a code says nothing: use the HTTP status");
        }
    }

    public RequestFailure(Kind kind, String code, String message) {
        this(kind, code, message, Optional.empty());
    }

    public enum Kind {
        /** We asked too often: ask again, later and less often. */
        THROTTLED(true),
        /** A server's bad moment or a broken connection: ask again. */
        PASSING(true),
        /** We may not: a permission would help. */
        DENIED(false),
        /** The credentials themselves are missing, wrong or expired. */
        UNAUTHENTICATED(false),
        /** It is not there. */
        ABSENT(false),
        /** Asking again gives the same answer. */
        LASTING(false);

        private final boolean worthRepeating;

        Kind(boolean worthRepeating) {
            this.worthRepeating = worthRepeating;
        }

        public boolean worthRepeating() {
            return worthRepeating;
        }
    }

    /** The kind that an HTTP status means when the body says nothing better. */
    public static Kind kindOf(int status) {
        return switch (status) {
            case 401 -> Kind.UNAUTHENTICATED;
            case 403 -> Kind.DENIED;
            case 404 -> Kind.ABSENT;
            case 429, 503 -> Kind.THROTTLED;
            case 408, 500, 502, 504 -> Kind.PASSING;
            default -> Kind.LASTING;
        };
    }
}
