package dev.plumbline.dashboards.config;

import dev.plumbline.rules.resource.AccountId;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.scanner.aws.AwsSettings;
import dev.plumbline.scanner.aws.OrganizationWalk;
import dev.plumbline.scanner.azure.AzureSettings;
import dev.plumbline.scanner.gcp.GcpSettings;

/** An account to read live, and how to reach it. */
public sealed interface AccountSource {
    Cloud cloud();

    /** What a person calls it before anyone has signed in. */
    String label();

    /** By which its coverage goes where nobody could sign in: its id as far as that is known, else the label. */
    default String account() {
        return label();
    }

    record Aws(AwsSettings settings) implements AccountSource {
        @Override
        public Cloud cloud() {
            return Cloud.AWS;
        }

        @Override
        public String label() {
            return "aws " + settings.signIn().label();
        }

        @Override
        public String account() {
            return settings.signIn().account().map(AccountId::value).orElse(label());
        }
    }

    /** All accounts of an organisation, each an {@link Aws} of its own once they have been listed. */
    record AwsOrganization(AwsSettings settings, OrganizationWalk walk) implements AccountSource {
        @Override
        public Cloud cloud() {
            return Cloud.AWS;
        }

        @Override
        public String label() {
            return "aws organization of " + settings.signIn().label();
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
