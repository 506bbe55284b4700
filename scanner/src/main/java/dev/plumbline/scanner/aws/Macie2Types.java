package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.MACIE2;

import java.util.List;

/** Macie: whether sensitive data is looked for, what was found in sum, and who may see samples of it. */
final class Macie2Types {
    /** Macie also says so by refusing, which an account's alarms on denied calls notice: it is asked once. */
    private static final String OFF = "AccessDeniedException: Macie is not enabled";

    private Macie2Types() {}

    static List<AwsType<?>> all() {
        return List.of(region());
    }

    private static AwsType<?> region() {
        return MACIE2.type("aws.macie2.region")
                .settings()
                .ask(
                        "GetMacieSession",
                        (macie, region) -> macie.getMacieSession(r -> {}),
                        question -> question.orNone(OFF))
                .ask(
                        "GetAutomatedDiscoveryConfiguration",
                        (macie, region) -> macie.getAutomatedDiscoveryConfiguration(r -> {}),
                        question -> question.onlyWith("MacieSession").orNone(OFF))
                .ask(
                        "GetClassificationExportConfiguration",
                        (macie, region) -> macie.getClassificationExportConfiguration(r -> {}),
                        question -> question.onlyWith("MacieSession").orNone(OFF))
                .ask(
                        "GetRevealConfiguration",
                        (macie, region) -> macie.getRevealConfiguration(r -> {}),
                        question -> question.onlyWith("MacieSession").orNone(OFF))
                .ask(
                        "GetBucketStatistics",
                        (macie, region) -> macie.getBucketStatistics(r -> {}),
                        question -> question.onlyWith("MacieSession").orNone(OFF))
                .build();
    }
}
