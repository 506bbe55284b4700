package dev.plumbline.rules.language;

import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges resources by the rules of a pack. Immutable and thread-safe. */
public final class RuleEngine {
    private final Map<ResourceType, List<Condition>> conditions;

    /**
     * Compiles every rule, which takes a second or so.
     *
     * @throws InvalidRulesException with every condition that CEL refuses
     */
    public RuleEngine(RulePack pack) {
        this.conditions = ConditionCompiler.compile(pack.rules()).stream()
                .collect(Collectors.groupingBy(condition -> condition.rule().resource()));
    }

    /**
     * One judgement for each rule of the resource's type, in the order of the rules' ids; none for a type without rules.
     *
     * @param account the account-level answers of the resource's own account; for an account resource, its own
     */
    public List<Judgement> judge(Resource resource, Account account) {
        List<Condition> applicable = conditions.getOrDefault(resource.type(), List.of());
        if (applicable.isEmpty()) {
            return List.of();
        }
        Given given = new Given(resource, account);
        return applicable.stream()
                .map(condition -> new Judgement(condition.rule(), resource, condition.judge(given)))
                .toList();
    }

    /** The types some rule asks about: other resources need not be handed in. */
    public Set<ResourceType> resourceTypes() {
        return Set.copyOf(conditions.keySet());
    }
}
