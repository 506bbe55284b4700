package dev.plumbline.detectors.log;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns identities into short keyed tokens such as {@code role-session:3f9c2a1b7d}: the same identity under the same
 * key gives the same token, and without the key no guess can be tested. Forty bits keep tokens readable; among
 * 50,000 principals one accidental pair is to be expected in a thousand estates. Thread-safe.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TOKEN_BYTES = 5;
    private static final int REMEMBERED = 200_000;

    private final SecretKeySpec key;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public Pseudonyms(PseudonymKey key) {
        this.key = new SecretKeySpec(key.bytes(), ALGORITHM);
    }

    /**
     * The token of {@code identity}.
     *
     * @param prefix what sort of identity it is, put before the token and mixed into it
     */
    public String token(String prefix, String identity) {
        String named = prefix + ':' + identity;
        String token = known.get(named);
        if (token == null) {
            token = prefix + ':' + digest(named);
            if (known.size() >= REMEMBERED) {
                known.clear(); // bounds memory; a forgotten token is computed again, to the same value
            }
            known.put(named, token);
        }
        return token;
    }

    private String digest(String named) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] full = mac.doFinal(named.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(full, 0, TOKEN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime must offer " + ALGORITHM, e);
        }
    }
}
