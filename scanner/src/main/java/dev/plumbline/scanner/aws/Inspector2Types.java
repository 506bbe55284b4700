package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.INSPECTOR2;

import java.util.List;

/** Inspector: which kinds of resources a region has scanned for known vulnerabilities. */
final class Inspector2Types {
    private Inspector2Types() {}

    static List<AwsType<?>> all() {
        return List.of(region());
    }

    private static AwsType<?> region() {
        return INSPECTOR2
                .type("aws.inspector2.region")
                .settings()
                // Without account ids it answers for the caller's.
                .ask("BatchGetAccountStatus", (inspector, region) -> inspector.batchGetAccountStatus(r -> {}))
                .build();
    }
}
