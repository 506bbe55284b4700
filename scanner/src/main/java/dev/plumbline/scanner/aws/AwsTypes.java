package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.stream.Stream;

/** Every declared type, service by service. */
final class AwsTypes {
    private AwsTypes() {}

    static List<AwsType<?>> all() {
        return Stream.of(
                        BackupTypes.all(),
                        Ec2StorageTypes.all(),
                        EcrTypes.all(),
                        EfsTypes.all(),
                        FsxTypes.all(),
                        GlacierTypes.all(),
                        KmsTypes.all(),
                        S3ControlTypes.all())
                .flatMap(List::stream)
                .toList();
    }
}
