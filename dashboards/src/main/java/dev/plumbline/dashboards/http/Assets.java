package dev.plumbline.dashboards.http;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The few files a page needs, read once at start. Their addresses carry a checksum, so browsers may keep them for
 * good; nothing but these names is ever served, so there is no path to climb.
 */
@Singleton
public final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final MediaType SCRIPT = new MediaType("text/javascript;charset=utf-8");
    private static final MediaType STYLE = new MediaType("text/css;charset=utf-8");
    private static final MediaType SVG = new MediaType("image/svg+xml");

    private final Map<String, Asset> byName = new TreeMap<>();
    private final String checksum;

    Assets() {
        byName.put("plumbline.css", asset("/assets/plumbline.css", STYLE));
        byName.put("plumbline.js", asset("/assets/plumbline.js", SCRIPT));
        byName.put("theme.js", asset("/assets/theme.js", SCRIPT));
        byName.put("plumbline.svg", asset("/assets/plumbline.svg", SVG));
        byName.put("htmx.js", asset(HTMX, SCRIPT));
        CRC32 crc = new CRC32();
        byName.values().forEach(asset -> crc.update(asset.bytes()));
        checksum = Long.toHexString(crc.getValue());
    }

    /** Such as {@code /assets/1a2b3c4d/plumbline.css}. */
    public String path(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException(
                    "no asset '%s': there are %s".formatted(name, List.copyOf(byName.keySet())));
        }
        return "/assets/%s/%s".formatted(checksum, name);
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Asset asset(String resource, MediaType type) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + resource);
            }
            return new Asset(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, and handed to the network alone
    record Asset(byte[] bytes, MediaType type) {}
}
