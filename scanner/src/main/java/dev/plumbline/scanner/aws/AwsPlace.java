package dev.plumbline.scanner.aws;

/**
 * Where a resource is, for what AWS gives no ARN of its own.
 *
 * @param region AWS's name of it, also for a service that is global: that of its endpoint
 */
record AwsPlace(String partition, String region, String account) {
    /** @param resource such as {@code table/orders} */
    String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, account, resource);
    }

    /** Of a thing that may be shared with all, such as a snapshot: its ARN names no account. */
    String sharedArn(String service, String resource) {
        return "arn:%s:%s:%s::%s".formatted(partition, service, region, resource);
    }

    /** Of a thing that belongs to the account in no region, such as a role. */
    String globalArn(String service, String resource) {
        return "arn:%s:%s::%s:%s".formatted(partition, service, account, resource);
    }

    /**
     * Of what AWS itself owns and every account has: judged is its use in this one, so the account stands behind, such as
     * {@code arn:aws:iam::aws:policy/ReadOnlyAccess@111122223333}.
     */
    String idOf(String arn) {
        return arn.startsWith("arn:%s:iam::aws:".formatted(partition))
                        || arn.startsWith("arn:%s:organizations::aws:".formatted(partition))
                ? arn + "@" + account
                : arn;
    }
}
