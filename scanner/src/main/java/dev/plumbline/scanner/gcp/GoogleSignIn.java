package dev.plumbline.scanner.gcp;

import com.google.auth.Credentials;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import dev.plumbline.scanner.collect.ProviderAccessException;
import java.io.IOException;

/** Finds credentials and sees that Google takes them, before anything is read. */
final class GoogleSignIn {
    /** Reading is all that the token may be used for. */
    private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform.read-only";

    private GoogleSignIn() {}

    /** Looks where Google's own clients look. */
    @FunctionalInterface
    interface Lookup {
        GoogleCredentials find() throws IOException;
    }

    /** @throws ProviderAccessException if there are none, or they are no longer good */
    static Credentials of(GoogleCredential credential, Lookup lookup) {
        return switch (credential) {
            case GoogleCredential.Anonymous nobody -> NoCredentials.getInstance();
            case GoogleCredential.ApplicationDefault signIn -> accepted(found(lookup));
        };
    }

    private static GoogleCredentials found(Lookup lookup) {
        try {
            return lookup.find().createScoped(SCOPE);
        } catch (IOException e) {
            throw new ProviderAccessException(
                    "nobody is signed in to Google Cloud: run gcloud auth application-default login, or set"
                            + " GOOGLE_APPLICATION_CREDENTIALS to a key file",
                    e);
        }
    }

    private static GoogleCredentials accepted(GoogleCredentials credentials) {
        try {
            credentials.refreshIfExpired();
            return credentials;
        } catch (IOException e) {
            throw new ProviderAccessException(
                    "Google Cloud does not accept the sign-in (%s): run gcloud auth application-default login"
                            .formatted(GcpFailures.firstLine(e.getMessage())),
                    e);
        }
    }
}
