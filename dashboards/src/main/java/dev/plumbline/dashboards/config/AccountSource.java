package dev.plumbline.dashboards.config;

import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.aws.AwsSettings;
import dev.plumbline.scanner.azure.AzureSettings;
import dev.plumbline.scanner.gcp.GcpSettings;

/** An account to read live, and how to reach it. */
public sealed interface AccountSource {
    Cloud cloud();

    /** What a person calls it before anyone has signed in. */
    String label();

    record Aws(AwsSettings settings) implements AccountSource {
        @Override
        public Cloud cloud() {
            return Cloud.AWS;
        }

        @Override
        public String label() {
            return "aws " + settings.roleArn().or(settings::profile).orElse("default credentials");
        }
    }

    record Azure(AzureSettings settings) implements AccountSource {
        @Override
        public Cloud cloud() {
            return Cloud.AZURE;
        }

        @Override
        public String label() {
            return "azure " + settings.subscription();
        }
    }

    record Gcp(GcpSettings settings) implements AccountSource {
        @Override
        public Cloud cloud() {
            return Cloud.GCP;
        }

        @Override
        public String label() {
            return "gcp " + settings.project();
        }
    }
}
