package dev.plumbline.scanner.azure;

import com.azure.storage.blob.models.BlobAnalyticsLogging;
import com.azure.storage.blob.models.BlobCorsRule;
import com.azure.storage.blob.models.BlobMetrics;
import com.azure.storage.blob.models.BlobRetentionPolicy;
import com.azure.storage.blob.models.BlobServiceProperties;
import com.azure.storage.blob.models.StaticWebsite;
import com.azure.storage.blob.models.StorageAccountInfo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the data plane tells of a storage account, each answer under the operation's name and in its own words: it is
 * less than ARM's resource of the same id, and must not look like the whole.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/get-blob-service-properties">Get Blob Service
 *     Properties</a>
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/get-account-information">Get Account
 *     Information</a>
 */
final class StorageAccountWords {
    private StorageAccountWords() {}

    static Map<String, @Nullable Object> accountInformation(StorageAccountInfo info) {
        return new Tree()
                .with("SkuName", text(info.getSkuName()))
                .with("AccountKind", text(info.getAccountKind()))
                .with("IsHnsEnabled", info.isHierarchicalNamespaceEnabled())
                .members();
    }

    static Map<String, @Nullable Object> blobServiceProperties(BlobServiceProperties told) {
        return new Tree()
                .with("Logging", logging(told.getLogging()))
                .with("HourMetrics", metrics(told.getHourMetrics()))
                .with("MinuteMetrics", metrics(told.getMinuteMetrics()))
                .with(
                        "Cors",
                        told.getCors().stream()
                                .map(StorageAccountWords::corsRule)
                                .toList())
                .with("DefaultServiceVersion", told.getDefaultServiceVersion())
                .with("DeleteRetentionPolicy", retention(told.getDeleteRetentionPolicy()))
                .with("StaticWebsite", website(told.getStaticWebsite()))
                .members();
    }

    private static @Nullable Map<String, @Nullable Object> logging(@Nullable BlobAnalyticsLogging logging) {
        return logging == null
                ? null
                : new Tree()
                        .with("Version", logging.getVersion())
                        .with("Delete", logging.isDelete())
                        .with("Read", logging.isRead())
                        .with("Write", logging.isWrite())
                        .with("RetentionPolicy", retention(logging.getRetentionPolicy()))
                        .members();
    }

    private static @Nullable Map<String, @Nullable Object> metrics(@Nullable BlobMetrics metrics) {
        return metrics == null
                ? null
                : new Tree()
                        .with("Version", metrics.getVersion())
                        .with("Enabled", metrics.isEnabled())
                        .with("IncludeAPIs", metrics.isIncludeApis())
                        .with("RetentionPolicy", retention(metrics.getRetentionPolicy()))
                        .members();
    }

    private static Map<String, @Nullable Object> corsRule(BlobCorsRule rule) {
        return new Tree()
                .with("AllowedOrigins", rule.getAllowedOrigins())
                .with("AllowedMethods", rule.getAllowedMethods())
                .with("AllowedHeaders", rule.getAllowedHeaders())
                .with("ExposedHeaders", rule.getExposedHeaders())
                .with("MaxAgeInSeconds", rule.getMaxAgeInSeconds())
                .members();
    }

    private static @Nullable Map<String, @Nullable Object> retention(@Nullable BlobRetentionPolicy policy) {
        return policy == null
                ? null
                : new Tree()
                        .with("Enabled", policy.isEnabled())
                        .with("Days", policy.getDays())
                        .members();
    }

    private static @Nullable Map<String, @Nullable Object> website(@Nullable StaticWebsite website) {
        return website == null
                ? null
                : new Tree()
                        .with("Enabled", website.isEnabled())
                        .with("IndexDocument", website.getIndexDocument())
                        .with("ErrorDocument404Path", website.getErrorDocument404Path())
                        .with("DefaultIndexDocumentPath", website.getDefaultIndexDocumentPath())
                        .members();
    }

    private static @Nullable String text(@Nullable Object word) {
        return word == null ? null : word.toString();
    }
}
