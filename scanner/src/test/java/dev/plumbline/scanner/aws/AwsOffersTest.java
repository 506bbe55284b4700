package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwsOffersTest {
    private static final String CONTROL = "sts.us-east-1.amazonaws.com";

    @Test
    void whatTheSdkNamesIsOfferedUnasked() {
        AwsOffers offers = new AwsOffers(host -> {
            throw new AssertionError("looked up " + host);
        });

        assertThat(offers.offered(AwsServices.KMS, "eu-west-1")).isTrue();
        assertThat(offers.offered(AwsServices.IAM, "eu-west-1")).isTrue();
    }

    @Test
    void whatItDoesNotNameIsOfferedWhereItHasAHost() {
        AwsOffers offers =
                new AwsOffers(host -> host.equals(CONTROL) || host.equals("memory-db.eu-central-2.amazonaws.com"));

        assertThat(offers.offered(AwsServices.MEMORYDB, "eu-central-2")).isTrue();
        assertThat(offers.offered(AwsServices.MEMORYDB, "ca-west-1")).isFalse();
    }

    @Test
    void withoutANameServerOnlyAskingTells() {
        assertThat(new AwsOffers(host -> false).offered(AwsServices.MEMORYDB, "ca-west-1"))
                .isTrue();
    }
}
