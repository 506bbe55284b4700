package dev.plumbline.scanner.aws;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a scan must be allowed in an account, told by the collectors themselves. */
public final class AwsPermissions {
    private AwsPermissions() {}

    /** Every permission that reading everything takes, in IAM's spelling and order. All of them only read. */
    public static SortedSet<String> required() {
        SortedSet<String> permissions = new TreeSet<>();
        permissions.add(AwsScanner.LIST_REGIONS.permission());
        Stream.of(
                        AccountCollector.PERMISSIONS,
                        BucketCollector.PERMISSIONS,
                        UserCollector.PERMISSIONS,
                        RoleCollector.PERMISSIONS,
                        PolicyCollector.PERMISSIONS)
                .forEach(permissions::addAll);
        AwsTypes.all().stream().map(AwsType::permissions).forEach((Set<String> of) -> permissions.addAll(of));
        return Collections.unmodifiableSortedSet(permissions);
    }
}
