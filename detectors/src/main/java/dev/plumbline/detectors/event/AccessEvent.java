package dev.plumbline.detectors.event;

import java.time.Instant;
import java.util.List;

/**
 * One API call as the detector sees it: nothing here names a person or a full address.
 *
 * @param id the provider's own event id, by which double deliveries are recognised
 * @param account the provider's account that was acted on
 * @param service such as {@code s3}, {@code storage.googleapis.com}, {@code microsoft.storage}
 * @param action the operation in the provider's spelling, such as {@code GetObject}
 * @param resources full resource names in the inventory's form (ARN, lower-cased ARM id, full resource name) of the
 *     stores touched, objects cut to their store
 * @param bytesOut bytes handed out, 0 where the log does not say
 * @param network truncated source network, such as {@code 203.0.113.0/24}, or the calling service's name
 * @param agent family of the calling program, such as {@code aws-cli}, never its full text
 */
public record AccessEvent(
        String id,
        Instant time,
        Provider provider,
        String account,
        String region,
        Principal principal,
        String service,
        String action,
        Access access,
        List<String> resources,
        Outcome outcome,
        long bytesOut,
        String network,
        String agent) {
    public AccessEvent {
        resources = List.copyOf(resources);
    }

    public enum Access {
        READ,
        WRITE,
        LIST,
        ADMIN
    }

    public enum Outcome {
        SUCCESS,
        DENIED,
        FAILED
    }
}
