package dev.plumbline.rules.language;

import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.Resource;

/**
 * An example inside a rule's file: given this resource in this account, the rule says that.
 *
 * @param expected a verdict's {@link Verdict#key()}
 * @param nearMiss whether it looks like the opposite verdict, and so guards against a rule that is too literal
 * @param line where it starts in the rule's file, from 1
 */
public record RuleCase(String name, Resource resource, Account account, String expected, boolean nearMiss, int line) {}
