package dev.plumbline.rules.language;

/**
 * What was seen at one place of a resource.
 *
 * @param path such as {@code config.BucketEncryption} or {@code account.PublicAccessBlock}
 * @param value compact JSON, cut with an ellipsis when long; {@code null} where the provider has no such
 *     configuration, {@code absent} where the answer lacks the member
 */
public record Evidence(String path, String value) {}
