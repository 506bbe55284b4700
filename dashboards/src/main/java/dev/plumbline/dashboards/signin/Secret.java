package dev.plumbline.dashboards.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes bearer secrets of 256 random bits and the digests they are kept as; the secret itself is never kept. */
final class Secret {
    private static final int BYTES = 32;

    private Secret() {}

    /** 43 characters that stand in a URL and in a cookie without escaping. */
    static String generate(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /**
     * What a secret is looked up by. Plain SHA-256 is enough for 256 random bits, and looking up a digest gives
     * nothing away by its timing.
     */
    static String digest(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
