package dev.plumbline.scanner.store;

import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Severity;
import dev.plumbline.rules.resource.Cloud;
import java.time.Instant;

/** The findings of one rule: one fault, however many resources have it. */
public record RuleGroup(
        RuleId rule, String title, Severity severity, Cloud cloud, long failed, long notAssessed, Instant firstSeen) {}
