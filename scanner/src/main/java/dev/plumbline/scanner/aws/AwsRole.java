package dev.plumbline.scanner.aws;

import dev.plumbline.rules.resource.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role to assume.
 *
 * @param externalId sent with it, where its trust policy asks for one
 */
public record AwsRole(String arn, Optional<String> externalId) {
    private static final Pattern SHAPE = Pattern.compile("arn:[a-z-]+:iam::([0-9]{12}):role/.+");

    public AwsRole {
        if (!SHAPE.matcher(arn).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no role: write its ARN, such as arn:aws:iam::111122223333:role/plumbline".formatted(arn));
        }
    }

    /** The account that the role is in. */
    AccountId account() {
        Matcher parts = SHAPE.matcher(arn);
        if (!parts.matches()) {
            throw new IllegalStateException("%s is no role".formatted(arn));
        }
        return new AccountId(parts.group(1));
    }
}
