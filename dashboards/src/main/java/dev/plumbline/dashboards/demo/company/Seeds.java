package dev.plumbline.dashboards.demo.company;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Draws that depend on one seed and on a name alone, so that parts made in any order, or at once, are the same.
 */
public record Seeds(long seed) {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String HEX = "0123456789abcdef";
    private static final String DIGITS = "0123456789";
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** A source of its own for each name. */
    public SplittableRandom random(Object... name) {
        long hash = FNV_OFFSET ^ (seed * 0x9e3779b97f4a7c15L);
        for (byte octet : Arrays.toString(name).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ octet) * FNV_PRIME;
        }
        return new SplittableRandom(hash);
    }

    /** Such as {@code AIDA} and sixteen letters of base 32, as AWS names principals and keys. */
    public String awsId(String prefix, Object... name) {
        return prefix + text(random(prefix, Arrays.toString(name)), BASE32, 16);
    }

    public String hex(int length, Object... name) {
        return text(random("hex", Arrays.toString(name)), HEX, length);
    }

    /** Digits that do not begin with zero. */
    public String digits(int length, Object... name) {
        SplittableRandom random = random("digits", Arrays.toString(name));
        return (1 + random.nextInt(9)) + text(random, DIGITS, length - 1);
    }

    public UUID uuid(Object... name) {
        return uuid(random("uuid", Arrays.toString(name)));
    }

    /** A UUID marked as random (version 4). */
    public static UUID uuid(SplittableRandom random) {
        long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    public static <T> T pick(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String text(SplittableRandom random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
