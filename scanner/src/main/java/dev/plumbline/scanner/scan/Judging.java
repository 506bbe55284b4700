package dev.plumbline.scanner.scan;

import dev.plumbline.rules.language.Evidence;
import dev.plumbline.rules.language.Judgement;
import dev.plumbline.rules.language.RuleEngine;
import dev.plumbline.rules.language.RuleId;
import dev.plumbline.rules.language.Verdict;
import dev.plumbline.rules.resource.Account;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.finding.Finding;
import dev.plumbline.scanner.finding.FindingId;
import dev.plumbline.scanner.ranking.FindingPriority;
import dev.plumbline.scanner.store.RuleCount;
import dev.plumbline.scanner.store.UnreadAnswers;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Judges an estate by every rule and makes findings of what failed or could not be assessed. For one use. */
final class Judging {
    private static final Account NOT_IN_INVENTORY =
            Account.unread(new Unread("config", "the account's own resource", "NotInInventory", ""));

    private final RuleEngine engine;
    private final Instant now;
    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Map<RuleId, Tally> tallies = new TreeMap<>();
    private final UnreadTally unread = new UnreadTally();
    private long resources;

    Judging(RuleEngine engine, Instant now) {
        this.engine = engine;
        this.now = now;
    }

    /** First pass: the accounts, which may stand anywhere in an inventory. */
    void learnAccounts(Estate estate) throws IOException {
        estate.forEach(resource -> {
            if (resource.isAccount()) {
                accounts.put(key(resource), Account.of(resource));
            }
        });
    }

    /** Second pass. */
    void judge(Estate estate, Consumer<Resource> seen, Consumer<Finding> sink) throws IOException {
        estate.forEach(resource -> {
            resources++;
            unread.add(resource);
            seen.accept(resource);
            Account account = accounts.getOrDefault(key(resource), NOT_IN_INVENTORY);
            for (Judgement judgement : engine.judge(resource, account)) {
                tallies.computeIfAbsent(judgement.rule().id(), id -> new Tally())
                        .add(judgement.verdict());
                finding(judgement).ifPresent(sink);
            }
        });
    }

    long resources() {
        return resources;
    }

    List<UnreadAnswers> unread() {
        return unread.counts();
    }

    List<RuleCount> counts() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().count(entry.getKey()))
                .toList();
    }

    private Optional<Finding> finding(Judgement judgement) {
        return switch (judgement.verdict()) {
            case Verdict.Pass pass -> Optional.empty();
            case Verdict.Fail fail -> Optional.of(finding(judgement, Finding.Outcome.FAIL, fail.evidence()));
            case Verdict.NotAssessed unknown ->
                Optional.of(finding(
                        judgement,
                        Finding.Outcome.NOT_ASSESSED,
                        unknown.reasons().stream()
                                .map(reason -> new Evidence(reason.path(), reason.sentence()))
                                .toList()));
        };
    }

    private Finding finding(Judgement judgement, Finding.Outcome outcome, List<Evidence> evidence) {
        Resource resource = judgement.resource();
        return new Finding(
                FindingId.of(judgement.rule().id(), resource.id(), ""),
                judgement.rule().id(),
                judgement.rule().title(),
                judgement.rule().severity(),
                outcome,
                Finding.Status.OPEN,
                resource.cloud(),
                resource.account(),
                resource.region(),
                resource.type(),
                resource.id(),
                resource.name(),
                evidence,
                FindingPriority.of(judgement.rule().severity(), outcome, resource),
                now,
                now);
    }

    private static AccountKey key(Resource resource) {
        return new AccountKey(resource.cloud(), resource.account());
    }

    private record AccountKey(Cloud cloud, AccountId account) {}

    private static final class Tally {
        private long passed;
        private long failed;
        private long notAssessed;

        private void add(Verdict verdict) {
            switch (verdict) {
                case Verdict.Pass pass -> passed++;
                case Verdict.Fail fail -> failed++;
                case Verdict.NotAssessed unknown -> notAssessed++;
            }
        }

        private RuleCount count(RuleId rule) {
            return new RuleCount(rule, passed, failed, notAssessed);
        }
    }
}
