package dev.plumbline.detectors.window;

import java.util.Locale;

/** What is asked of a principal's hour. All compare with the past of the principal alone, or its peers where it has none. */
public enum HourFeature implements Feature {
    EVENTS("calls an hour", "%s calls in an hour; %s are usual", "bursts of any sort"),
    READS("reads an hour", "%s objects read in an hour; %s are usual", "bulk reading"),
    BYTES("bytes an hour", "%s bytes handed out in an hour; %s are usual", "bulk reading of few large objects"),
    LISTINGS("listings an hour", "%s listing and describing calls in an hour; %s are usual", "looking around"),
    CHANGES("changes an hour", "%s writing and administering calls in an hour; %s are usual", "tampering"),
    ADMINISTRATION("administering calls an hour", "%s administering calls in an hour; %s are usual", "taking over"),
    REFUSALS("refused calls an hour", "%s calls refused in an hour; %s are usual", "trying what a credential can do"),
    STORES("stores an hour", "%s stores touched in an hour; %s are usual", "going through the house"),
    ACTIONS("operations an hour", "%s different operations in an hour; %s are usual", "looking around"),
    NEW_STORES("stores", "%s stores touched for the first time; %s are usual", "data one has no business with"),
    NEW_STORE_READS(
            "reads",
            "%s objects read from stores new to this principal; %s are usual",
            "data one has no business with"),
    NEW_ACTIONS("operations", "%s operations used for the first time; %s are usual", "a stolen credential"),
    NEW_NETWORK("networks", "%s networks this principal never came from; %s are usual", "a stolen credential"),
    NEW_AGENT("programs", "%s programs this principal never used; %s are usual", "a stolen credential"),
    ACTION_RARITY("nats", "operations rare for this principal: surprise %s; %s is usual", "acting out of role"),
    STORE_RARITY("nats", "stores rare for this principal: surprise %s; %s is usual", "data one has no business with"),
    HOUR_RARITY("nats", "an hour of the week rare for this principal: surprise %s; %s is usual", "work at odd hours");

    private final String unit;
    private final String words;
    private final String purpose;

    HourFeature(String unit, String words, String purpose) {
        this.unit = unit;
        this.words = words;
        this.purpose = purpose;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String unit() {
        return unit;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public String purpose() {
        return purpose;
    }
}
