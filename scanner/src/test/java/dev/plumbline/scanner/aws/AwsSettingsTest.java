package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rules.resource.AccountId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AwsSettingsTest {
    @Test
    void aServicesOwnEndpointGoesBeforeTheGeneralOne() {
        AwsSettings settings = AwsSettings.standard()
                .withEndpoint(URI.create("http://127.0.0.1:5000"))
                .withServiceEndpoint("s3control", URI.create("http://localhost:5001"));

        assertThat(settings.endpointOf("s3control")).contains(URI.create("http://localhost:5001"));
        assertThat(settings.endpointOf("s3")).contains(URI.create("http://127.0.0.1:5000"));
        assertThat(AwsSettings.standard().endpointOf("s3")).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedWithWhatToWrite() {
        AwsSettings settings = AwsSettings.standard();

        assertThatThrownBy(() -> settings.withEndpoint(URI.create("localhost:5000")))
                .hasMessageContaining("write a URL such as");
        assertThatThrownBy(() -> settings.withServiceEndpoint("s3-control", URI.create("http://localhost")))
                .hasMessageContaining("use one of accessanalyzer, account, acm, ")
                .hasMessageContaining(", s3, s3control, ");
        assertThatThrownBy(() -> new AwsRole("plumbline", Optional.empty())).hasMessageContaining("write its ARN");
        assertThatThrownBy(() -> settings.withSessionName("two words")).hasMessageContaining("write 2 to 64 letters");
        assertThatThrownBy(() -> settings.withCredentialPatience(Duration.ofSeconds(-1)))
                .hasMessageContaining("write 0s or more");
        assertThatThrownBy(() -> new OrganizationWalk("role name", Optional.empty(), Set.of()))
                .hasMessageContaining("such as plumbline-reader");
        assertThatThrownBy(() -> new OrganizationWalk("reader", Optional.empty(), Set.of(new AccountId("audit"))))
                .hasMessageContaining("write its 12 digits");
    }
}
