package dev.plumbline.dashboards.demo.log;

/**
 * One kind of call.
 *
 * @param service as the log names it, such as {@code s3.amazonaws.com}
 * @param name as the log names it, such as {@code GetObject}
 * @param data whether it touches content, and so is logged apart from administration
 */
record Operation(String service, String name, boolean data, boolean readOnly) {
    static Operation readsData(String service, String name) {
        return new Operation(service, name, true, true);
    }

    static Operation writesData(String service, String name) {
        return new Operation(service, name, true, false);
    }

    static Operation looks(String service, String name) {
        return new Operation(service, name, false, true);
    }

    static Operation changes(String service, String name) {
        return new Operation(service, name, false, false);
    }
}
