package dev.plumbline.scanner.store;

import dev.plumbline.rules.language.RuleId;

/** How one rule's verdicts fell in one scan: a rule that found nothing to assess passed nowhere. */
public record RuleCount(RuleId rule, long passed, long failed, long notAssessed) {}
