package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One call as it happened, before it is written in a provider's words.
 *
 * @param account that it was made in, and whose log has it
 * @param target what it acts on and how
 * @param denied whether the provider refused it
 */
record Call(
        Instant time,
        UUID id,
        CloudAccount account,
        Caller caller,
        Origin origin,
        Operation operation,
        Target target,
        boolean denied) {

    /**
     * @param store a bucket's name, or an ARM id on Azure; empty where no store is meant
     * @param object key of an object in it; empty where the whole store is meant
     * @param bytes handed out
     * @param parameters of the request besides store and object, in the order they are written
     */
    record Target(String store, String object, long bytes, Map<String, ?> parameters) {
        static final Target NONE = new Target("", "", 0, Map.of());

        static Target store(String store) {
            return new Target(store, "", 0, Map.of());
        }

        static Target with(Map<String, ?> parameters) {
            return new Target("", "", 0, parameters);
        }
    }
}
