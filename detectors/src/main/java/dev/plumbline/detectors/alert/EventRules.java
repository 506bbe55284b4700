package dev.plumbline.detectors.alert;

import dev.plumbline.detectors.event.Provider;
import dev.plumbline.detectors.log.EventMarker;
import dev.plumbline.detectors.log.KeptFields;
import dev.plumbline.detectors.log.Marks;
import dev.plumbline.detectors.log.NativeFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A set of event rules, ready to be asked about events. Thread-safe; answers never change. */
public final class EventRules implements EventMarker {
    private static final String FOLDER = "/event-rules/";
    private static final int MOST_OPERATIONS = 20_000;
    private static final int AWS_OPERATION = slot("eventName");
    private static final int GCP_OPERATION = slot("protoPayload.methodName");
    private static final int AZURE_OPERATION = slot("operationName");

    private final Map<String, EventRule> rules = new LinkedHashMap<>();
    private final Map<Provider, List<Matcher>> matchers = new EnumMap<>(Provider.class);

    private record Matcher(List<String> names, SigmaCondition condition, boolean asksForNetwork) {}

    private record Operation(Provider provider, String name) {}

    private final Map<Operation, List<Matcher>> byOperation = new ConcurrentHashMap<>();

    private EventRules(List<SigmaReader.Loaded> loaded) {
        Map<String, List<String>> counted = new HashMap<>();
        Set<String> silent = new HashSet<>();
        for (SigmaReader.Loaded one : loaded) {
            if (rules.putIfAbsent(one.rule().name(), one.rule()) != null) {
                throw new EventRuleException("%s: event rule %s stands twice: give one of them another name"
                        .formatted(one.place(), one.rule().name()));
            }
            for (String base : one.correlates()) {
                counted.computeIfAbsent(base, unused -> new ArrayList<>())
                        .add(one.rule().name());
                if (!one.reportsThemToo()) {
                    silent.add(base);
                }
            }
        }
        for (SigmaReader.Loaded one : loaded) {
            requireKnown(one);
            addMatcher(
                    one.rule(), one.condition(), counted.getOrDefault(one.rule().name(), List.of()), silent);
        }
    }

    private void requireKnown(SigmaReader.Loaded correlation) {
        for (String base : correlation.correlates()) {
            if (!rules.containsKey(base)) {
                throw new EventRuleException(
                        "%s: correlation counts rule %s, which does not exist".formatted(correlation.place(), base));
            }
        }
    }

    private void addMatcher(
            EventRule rule, @Nullable SigmaCondition condition, List<String> correlations, Set<String> silent) {
        if (condition == null) {
            return;
        }
        List<String> names = new ArrayList<>(correlations);
        if (!silent.contains(rule.name())) {
            names.add(rule.name());
        }
        matchers.computeIfAbsent(rule.provider(), unused -> new ArrayList<>())
                .add(new Matcher(List.copyOf(names), condition, condition.asksForNetwork()));
    }

    /** The rules that come with the program. */
    public static EventRules standard() {
        List<SigmaReader.Loaded> loaded = new ArrayList<>();
        for (String name : resource("index.txt").lines().toList()) {
            loaded.addAll(new SigmaReader(name).read(resource(name)));
        }
        return new EventRules(loaded);
    }

    /**
     * The rules that come with the program and those of a folder's {@code .yml} and {@code .yaml} files.
     *
     * @throws EventRuleException if one of them cannot be loaded
     */
    public static EventRules standardAnd(Path folder) {
        List<SigmaReader.Loaded> loaded = new ArrayList<>();
        for (String name : resource("index.txt").lines().toList()) {
            loaded.addAll(new SigmaReader(name).read(resource(name)));
        }
        try (var files = Files.walk(folder)) {
            List<Path> sorted = files.filter(EventRules::isRuleFile).sorted().toList();
            for (Path file : sorted) {
                loaded.addAll(new SigmaReader(file.toString()).read(Files.readString(file)));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EventRuleException(
                    "cannot read event rules from %s: check the path and its permissions".formatted(folder), e);
        }
        return new EventRules(loaded);
    }

    /** Rules from one text, for tests and tools; {@code file} is named in errors. */
    public static EventRules parse(String file, String text) {
        return new EventRules(new SigmaReader(file).read(text));
    }

    private static int operationSlot(Provider provider) {
        return switch (provider) {
            case AWS -> AWS_OPERATION;
            case GCP -> GCP_OPERATION;
            case AZURE -> AZURE_OPERATION;
        };
    }

    private static int slot(String field) {
        return KeptFields.standard().slot(field).orElseThrow();
    }

    private static boolean isRuleFile(Path file) {
        String name = file.toString();
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(file);
    }

    private static String resource(String name) {
        try (InputStream in = EventRules.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own event rule " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rules, in the order they were loaded. */
    public List<EventRule> all() {
        return List.copyOf(rules.values());
    }

    public Optional<EventRule> find(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    @Override
    public Marks mark(Provider provider, NativeFields fields) {
        List<Matcher> candidates = candidates(provider, fields);
        if (candidates.isEmpty()) {
            return Marks.NONE;
        }
        List<String> onNew = new ArrayList<>();
        List<String> onKnown = new ArrayList<>();
        for (Matcher matcher : candidates) {
            boolean matches = matcher.condition.matches(fields, true);
            if (matches) {
                onNew.addAll(matcher.names);
            }
            if (matcher.asksForNetwork ? matcher.condition.matches(fields, false) : matches) {
                onKnown.addAll(matcher.names);
            }
        }
        return onNew.isEmpty() && onKnown.isEmpty() ? Marks.NONE : new Marks(onNew, onKnown);
    }

    /** The rules that the operation alone does not rule out. Logs hold millions of calls of a few hundred operations. */
    private List<Matcher> candidates(Provider provider, NativeFields fields) {
        int slot = operationSlot(provider);
        List<String> operation = fields.values(slot);
        if (operation.size() != 1) {
            return matchers.getOrDefault(provider, List.of());
        }
        var key = new Operation(provider, operation.getFirst());
        List<Matcher> known = byOperation.get(key);
        if (known != null) {
            return known;
        }
        List<Matcher> candidates = matchers.getOrDefault(provider, List.of()).stream()
                .filter(matcher -> matcher.condition.canHold(fields, slot))
                .toList();
        if (byOperation.size() < MOST_OPERATIONS) {
            byOperation.put(key, candidates);
        }
        return candidates;
    }
}
