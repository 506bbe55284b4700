package dev.plumbline.dashboards.demo.estate;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource that faults may still be planted in. */
final class Draft {
    final CloudAccount account;
    final String type;
    final String id;
    final String name;
    final Map<String, @Nullable Object> config;
    private final String region;
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final List<Unread> unread = new ArrayList<>();
    private boolean ordinary = true;

    Draft(
            CloudAccount account,
            String region,
            String type,
            String id,
            String name,
            Map<String, @Nullable Object> config) {
        this.account = account;
        this.region = region;
        this.type = type;
        this.id = id;
        this.name = name;
        this.config = config;
    }

    Draft tagged(Map<String, String> more) {
        tags.putAll(more);
        return this;
    }

    /** Keeps faults away: this one shows something else, a near miss or an answer that was not had. */
    Draft special() {
        ordinary = false;
        return this;
    }

    boolean ordinary() {
        return ordinary;
    }

    /** The object at a path of {@code config}, to read or to change. */
    @SuppressWarnings("unchecked") // a JSON object's keys are strings
    Map<String, @Nullable Object> at(String... path) {
        Map<String, @Nullable Object> here = config;
        for (String key : path) {
            if (!(here.get(key) instanceof Map<?, ?> below)) {
                throw new IllegalStateException("%s of %s is no object".formatted(key, id));
            }
            here = (Map<String, @Nullable Object>) below;
        }
        return here;
    }

    /** The list under {@code key} of the object at {@code path}. */
    @SuppressWarnings("unchecked") // a JSON list holds anything
    List<@Nullable Object> listAt(String key, String... path) {
        if (!(at(path).get(key) instanceof List<?> list)) {
            throw new IllegalStateException("%s of %s is no list".formatted(key, id));
        }
        return (List<@Nullable Object>) list;
    }

    /** Turns an answer into one that could not be had. */
    Draft denied(String answer, String api, String permission) {
        config.remove(answer);
        unread.add(new Unread("config." + answer, api, "AccessDenied", permission));
        return special();
    }

    Resource finish(Instant collectedAt) {
        return new Resource(
                account.cloud(),
                new AccountId(account.id()),
                region,
                new ResourceType(type),
                new ResourceId(id),
                name,
                tags,
                config,
                unread,
                collectedAt);
    }
}
