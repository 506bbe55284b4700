package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
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
        assertThatThrownBy(() -> settings.withRole("plumbline", Optional.empty()))
                .hasMessageContaining("write its ARN");
    }
}
