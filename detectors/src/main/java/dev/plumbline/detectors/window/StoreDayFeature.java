package dev.plumbline.detectors.window;

import java.util.Locale;

/** What is asked of a principal's day at one store. Looks a week and more back: slow is not unseen. */
public enum StoreDayFeature implements Feature {
    READS("reads a day", "%s objects read from this store in a day; %s are usual", "bulk reading"),
    WEEK("reads in 7 days", "%s objects read from this store in 7 days; %s would be usual", "slow exfiltration"),
    BYTES_WEEK("bytes in 7 days", "%s bytes from this store in 7 days; %s would be usual", "slow exfiltration"),
    GROWTH(
            "days",
            "more read from this store on %s of the last days than on the day before; %s is usual",
            "slow exfiltration"),
    NEW_RELATION(
            "reads",
            "%s objects read from a store new to this principal within two weeks; %s are usual",
            "slow exfiltration"),
    STORE_SHARE(
            "percent",
            "%s percent of what is read from this store; %s percent is usual",
            "an unusual reader of a store"),
    OWN_SHARE("percent", "%s percent of what this principal reads; %s percent is usual", "an unusual interest"),
    ODD_HOURS("percent", "%s percent of it at hours rare for this principal; %s percent is usual", "work at odd hours");

    private final String unit;
    private final String words;
    private final String purpose;

    StoreDayFeature(String unit, String words, String purpose) {
        this.unit = unit;
        this.words = words;
        this.purpose = purpose;
    }

    @Override
    public String key() {
        return "store-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
