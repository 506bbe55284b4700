package dev.plumbline.scanner.aws;

import java.util.regex.Pattern;

/**
 * One operation of an AWS API.
 *
 * @param service as in endpoints, such as {@code s3control}
 * @param name such as {@code GetPublicAccessBlock}
 * @param permission what grants it, in IAM's spelling, which for S3 is often another name
 */
record AwsOperation(String service, String name, String permission) {
    private static final Pattern VERB = Pattern.compile("^(BatchGet|Get|List|Describe|Search)(?=[A-Z])");

    /** Such as {@code s3:GetBucketPolicy}. */
    String api() {
        return service + ":" + name;
    }

    /** The key of its answer in a resource, such as {@code BucketPolicy}. */
    String withoutVerb() {
        return VERB.matcher(name).replaceFirst("");
    }
}
