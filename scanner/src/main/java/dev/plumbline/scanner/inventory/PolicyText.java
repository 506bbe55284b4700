package dev.plumbline.scanner.inventory;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Policy documents as providers write them: as JSON in a string, plain or percent-encoded (IAM). */
public final class PolicyText {
    private PolicyText() {}

    /** The document as a tree; the text itself where it is no JSON object, which rules then call malformed. */
    public static Object parsed(String text) {
        try {
            String document = text.startsWith("%") ? percentDecoded(text) : text;
            return document.stripLeading().startsWith("{") ? ResourceJson.tree(document) : text;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** As RFC 3986 has it, where '+' is a plus; Java's decoder is made for forms, where it is a space. */
    private static String percentDecoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
