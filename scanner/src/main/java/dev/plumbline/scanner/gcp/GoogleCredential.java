package dev.plumbline.scanner.gcp;

import java.util.Map;

/** How Google Cloud is asked. */
public sealed interface GoogleCredential {
    /** {@code GOOGLE_APPLICATION_CREDENTIALS}, the command line's sign-in, or the machine's service account. */
    record ApplicationDefault() implements GoogleCredential {}

    /** Asks as nobody: for emulators, which check nothing. */
    record Anonymous() implements GoogleCredential {}

    /** Nobody where {@code STORAGE_EMULATOR_HOST} names an emulator, as Google's own clients do. */
    static GoogleCredential fromEnvironment(Map<String, String> environment) {
        return environment.containsKey("STORAGE_EMULATOR_HOST") ? new Anonymous() : new ApplicationDefault();
    }
}
