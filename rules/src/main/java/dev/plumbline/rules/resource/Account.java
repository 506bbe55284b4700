package dev.plumbline.rules.resource;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account-level answers that stand behind every resource of an account.
 *
 * @param config as in {@link Resource#config()}
 * @param unread what could not be read; an account that was not read at all is {@link #unread(Unread)}
 */
public record Account(Map<String, @Nullable Object> config, List<Unread> unread) {
    public Account {
        config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
        unread = List.copyOf(unread);
    }

    public static Account of(Resource account) {
        return new Account(account.config(), account.unread());
    }

    /** An account of which nothing is known: every question about it is answered "not assessed". */
    public static Account unread(Unread why) {
        return new Account(Map.of(), List.of(why));
    }
}
