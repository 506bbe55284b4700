package dev.plumbline.dashboards.cli;

import dev.plumbline.dashboards.http.RuleBook;
import dev.plumbline.rules.language.Rule;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.RulePack;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loads the rules when the first is asked for. Thread-safe. */
final class LazyRules implements RuleBook {
    private final Supplier<RulePack> load;
    private @Nullable RulePack pack;

    LazyRules(Supplier<RulePack> load) {
        this.load = load;
    }

    @Override
    public synchronized Optional<Rule> find(RuleId id) {
        RulePack loaded = pack;
        if (loaded == null) {
            loaded = load.get();
            pack = loaded;
        }
        return loaded.rule(id);
    }
}
