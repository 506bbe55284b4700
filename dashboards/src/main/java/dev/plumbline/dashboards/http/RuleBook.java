package dev.plumbline.dashboards.http;

import dev.plumbline.rules.language.Rule;
import dev.plumbline.rules.language.RuleId;
import java.util.Optional;

/** Tells why a rule matters and how to mend what fails it. Thread-safe. */
@FunctionalInterface
public interface RuleBook {
    /** Empty for a rule that no loaded pack has, such as one removed since the scan. */
    Optional<Rule> find(RuleId id);
}
