package dev.plumbline.scanner.store;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.ResourceType;

/**
 * Answers of one kind that a scan could not have.
 *
 * @param api the operation, in the provider's spelling
 * @param errorCode what the provider answered in their place
 * @param permission what would grant them; empty if none would
 * @param answers how many are missing on all resources of the type, above 0
 */
public record UnreadAnswers(
        AccountId account, ResourceType type, String api, String errorCode, String permission, long answers) {}
