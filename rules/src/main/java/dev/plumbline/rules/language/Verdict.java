package dev.plumbline.rules.language;

import dev.plumbline.rules.resource.Unread;
import java.util.List;

/** What a rule concluded about one resource. */
public sealed interface Verdict {
    record Pass() implements Verdict {}

    record Fail(List<Evidence> evidence) implements Verdict {
        public Fail {
            evidence = List.copyOf(evidence);
            if (evidence.isEmpty()) {
                throw new IllegalArgumentException("a failed rule must say what was seen");
            }
        }
    }

    /** The data was not there to judge by: access denied, region off, API error. Never a Pass. */
    record NotAssessed(List<Unread> reasons) implements Verdict {
        public NotAssessed {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a verdict not assessed must say what was not read");
            }
        }
    }

    /** {@code pass}, {@code fail} or {@code not-assessed}, as in rule cases and exports. */
    default String key() {
        return switch (this) {
            case Pass pass -> "pass";
            case Fail fail -> "fail";
            case NotAssessed unknown -> "not-assessed";
        };
    }
}
