package dev.plumbline.scanner.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import dev.plumbline.scanner.collect.ProviderAccessException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoogleSignInTest {
    @Test
    void saysHowToSignInWhereNobodyIs() {
        GoogleSignIn.Lookup nothing = () -> {
            throw new IOException("Your default credentials were not found.");
        };

        assertThatThrownBy(() -> GoogleSignIn.of(new GoogleCredential.ApplicationDefault(), nothing))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("gcloud auth application-default login")
                .hasMessageContaining("GOOGLE_APPLICATION_CREDENTIALS");
    }

    @Test
    void saysWhyGoogleTurnsAnExpiredSignInDown() {
        assertThatThrownBy(() -> GoogleSignIn.of(new GoogleCredential.ApplicationDefault(), Expired::new))
                .isInstanceOf(ProviderAccessException.class)
                .hasMessageContaining("invalid_grant")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void anEmulatorIsAskedAsNobody() {
        GoogleCredential credential =
                GoogleCredential.fromEnvironment(Map.of("STORAGE_EMULATOR_HOST", "localhost:9000"));

        assertThat(GoogleSignIn.of(credential, Expired::new)).isSameAs(NoCredentials.getInstance());
        assertThat(GcpSettings.endpointFromEnvironment(Map.of("STORAGE_EMULATOR_HOST", "localhost:9000")))
                .hasToString("Optional[http://localhost:9000]");
    }

    private static final class Expired extends GoogleCredentials {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessToken refreshAccessToken() throws IOException {
            throw new IOException("400 Bad Request: invalid_grant\nand then the whole answer");
        }
    }
}
