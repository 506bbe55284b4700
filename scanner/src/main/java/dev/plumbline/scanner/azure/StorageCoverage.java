package dev.plumbline.scanner.azure;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;
import dev.plumbline.rules.resource.Unread;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.RequestFailure;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** One entry of coverage per storage account: one that cannot be read stops none of the others. */
final class StorageCoverage {
    /** Work begun at once per storage account; requests are bounded by the budget besides. */
    static final int IN_FLIGHT = 8;

    private StorageCoverage() {}

    static Coverage of(
            ResourceType type,
            AccountId subscription,
            List<BlobEndpoint> endpoints,
            Function<BlobEndpoint, Coverage.Entry> read) {
        Map<BlobEndpoint, Coverage.Entry> entries = new ConcurrentHashMap<>();
        Fanout.forEach(endpoints, IN_FLIGHT, endpoint -> entries.put(endpoint, read.apply(endpoint)));
        return new Coverage(endpoints.stream()
                .flatMap(endpoint -> Stream.ofNullable(entries.get(endpoint)))
                .toList());
    }

    static Coverage.Entry read(ResourceType type, AccountId subscription, BlobEndpoint endpoint, long resources) {
        return new Coverage.Entry(
                subscription, endpoint.account().region(), type, Coverage.Status.READ, resources, "", "");
    }

    /** @param doing a verb and its object, as in {@code list the containers} */
    static Coverage.Entry failed(
            ResourceType type,
            AccountId subscription,
            BlobEndpoint endpoint,
            long resources,
            String doing,
            String permission,
            RequestFailure failure) {
        String cause = "cannot %s of storage account %s: %s (%s)%s"
                .formatted(doing, endpoint.account().name(), failure.code(), failure.message(), advice(failure));
        return new Coverage.Entry(
                subscription,
                endpoint.account().region(),
                type,
                resources == 0 ? Coverage.Status.NOT_READ : Coverage.Status.PARTIAL,
                resources,
                cause,
                permissionFor(permission, failure));
    }

    static Unread unread(String path, String permission, RequestFailure failure) {
        return new Unread(path, permission, failure.code(), permissionFor(permission, failure));
    }

    private static String permissionFor(String permission, RequestFailure failure) {
        return failure.kind() == RequestFailure.Kind.DENIED ? permission : "";
    }

    /** What to do where no permission would help, or where one alone may not. */
    private static String advice(RequestFailure failure) {
        return switch (failure.code()) {
            case "AuthenticationFailed" ->
                "; check the account's key or signature, its expiry, and this machine's clock";
            case "AuthorizationFailure" -> "; check the account's network rules, and its key";
            case "KeyBasedAuthenticationNotPermitted" -> "; the account takes no keys: sign in, as by az login";
            case "UnknownHost" -> "; check the account's name and endpoint";
            case "NoCredential" -> "; sign in again, as by az login";
            default -> "";
        };
    }
}
