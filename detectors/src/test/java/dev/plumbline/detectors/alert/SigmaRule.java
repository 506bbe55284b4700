package dev.plumbline.detectors.alert;

/** Rule texts for tests. */
final class SigmaRule {
    /** What stands before the detection takes so many lines: its first line is the next. */
    static final int LINES_BEFORE = 8;

    private SigmaRule() {}

    /** A rule named {@code test}, whose detection is given as it would be written at the left edge. */
    static String with(String detection) {
        return """
                title: A test
                name: test
                description: For a test.
                level: high
                logsource:
                    product: aws
                    service: cloudtrail
                detection:
                """ + detection.indent(4);
    }
}
