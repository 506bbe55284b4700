package dev.plumbline.scanner.ranking;

import dev.plumbline.rules.resource.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How much a store's data is worth, as its owner has tagged it. */
public final class Sensitivity {
    private static final Set<String> TAG_NAMES =
            Set.of("dataclass", "dataclassification", "classification", "sensitivity", "confidentiality");
    private static final Set<String> SENSITIVE = Set.of(
            "confidential", "restricted", "secret", "sensitive", "personal", "pii", "phi", "pci", "highlyconfidential");

    private Sensitivity() {}

    /** The data class of a resource tagged as sensitive, as the tag spells it; empty for all others. */
    public static Optional<String> of(Resource resource) {
        return resource.tags().entrySet().stream()
                .filter(tag -> TAG_NAMES.contains(letters(tag.getKey())))
                .map(Map.Entry::getValue)
                .filter(value -> SENSITIVE.contains(letters(value)))
                .findFirst();
    }

    /** Tag habits differ in case, hyphens and prefixes' separators alone: {@code Data-Class}, {@code data_class}. */
    private static String letters(String text) {
        return text.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
