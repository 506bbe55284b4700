package dev.plumbline.detectors.log;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The secret that turns identities into tokens. Whoever holds it can test a guess at a name against a token, so it
 * lives apart from the data, readable by its owner alone. A new key makes all tokens new: that is how they rotate.
 */
public final class PseudonymKey {
    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final byte[] key;

    private PseudonymKey(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if {@code key} is shorter than 16 bytes */
    public static PseudonymKey of(byte[] key) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a pseudonym key needs 16 bytes or more, not " + key.length);
        }
        return new PseudonymKey(key.clone());
    }

    /**
     * Reads the key in {@code file} (hexadecimal), or makes one of 32 random bytes there, readable by its owner alone.
     *
     * @throws LogProblemException if the file can be neither read nor made, holds no key, or others may read it
     */
    public static PseudonymKey loadOrCreate(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                create(file, random);
            }
            requireOwnerOnly(file);
            return of(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new LogProblemException(
                    "cannot use the pseudonym key file %s: %s. Give a path that can be read and written"
                            .formatted(file, reason(e)),
                    e);
        } catch (IllegalArgumentException e) {
            throw new LogProblemException(
                    "the pseudonym key file %s holds no hexadecimal key of 16 bytes or more: restore it, or move it away to start new tokens"
                            .formatted(file),
                    e);
        }
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var bytes = java.nio.ByteBuffer.wrap(
                (HexFormat.of().formatHex(fresh) + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        try (var channel = isPosix(file)
                ? Files.newByteChannel(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.newByteChannel(file, options)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException raced) {
            // Another process made it between the question and the attempt: its key is as good.
        }
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        var permissions = Files.getPosixFilePermissions(file);
        if (!OWNER_ONLY.containsAll(permissions)) {
            throw new LogProblemException("the pseudonym key file %s may be read by others (%s): run chmod 600 on it"
                    .formatted(file, PosixFilePermissions.toString(permissions)));
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    byte[] bytes() {
        return key.clone();
    }

    @Override
    public String toString() {
        return "PseudonymKey[hidden]";
    }
}
