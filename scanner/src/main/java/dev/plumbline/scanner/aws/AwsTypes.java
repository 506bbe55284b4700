package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.stream.Stream;

/** Every declared type, service by service. */
final class AwsTypes {
    private AwsTypes() {}

    static List<AwsType<?>> all() {
        return Stream.of(
                        AthenaTypes.all(),
                        DaxTypes.all(),
                        DynamoDbTypes.all(),
                        ElastiCacheTypes.all(),
                        EmrTypes.all(),
                        FirehoseTypes.all(),
                        GlueTypes.all(),
                        KafkaTypes.all(),
                        KinesisTypes.all(),
                        KmsTypes.all(),
                        LakeFormationTypes.all(),
                        MemoryDbTypes.all(),
                        OpenSearchTypes.all(),
                        RdsTypes.all(),
                        RedshiftServerlessTypes.all(),
                        RedshiftTypes.all(),
                        SnsTypes.all(),
                        SqsTypes.all())
                .flatMap(List::stream)
                .toList();
    }
}
