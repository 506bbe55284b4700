package dev.plumbline.scanner.aws;

/**
 * One operation of an AWS API.
 *
 * @param service as in endpoints, such as {@code s3control}
 * @param name such as {@code GetPublicAccessBlock}
 * @param permission what grants it, in IAM's spelling, which for S3 is often another name
 */
record AwsOperation(String service, String name, String permission) {
    /** An operation whose permission has its own name, as is the rule everywhere but in S3. */
    static AwsOperation of(String service, String name) {
        return new AwsOperation(service, name, service + ":" + name);
    }

    /** Such as {@code s3:GetBucketPolicy}. */
    String api() {
        return service + ":" + name;
    }
}
