package dev.plumbline.scanner.collect;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;

/**
 * The unit of a scan that is read, covered and resumed as a whole: one type in one region of one account.
 *
 * @param region the provider's name, or {@code global} where a type is listed once for the account
 */
public record Part(AccountId account, String region, ResourceType type) {
    @Override
    public String toString() {
        return "%s in %s %s".formatted(type, account, region);
    }
}
