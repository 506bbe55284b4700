package dev.plumbline.scanner.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.rules.resource.Resource;
import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import dev.plumbline.scanner.collect.Collector;
import dev.plumbline.scanner.collect.Coverage;
import dev.plumbline.scanner.collect.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stores other than buckets and databases, in the wire format of each service. */
class StorageTypesTest {
    private static final String ACCOUNT = SmallEstate.ACCOUNT;
    private static final String POLICY = "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[]}";
    private static final Map<String, Object> PARSED = Map.of("Version", "2012-10-17", "Statement", List.of());

    private LoopbackAws aws;
    private LoopbackConnection connection;

    @BeforeEach
    void start() throws IOException {
        aws = new LoopbackAws();
        connection = new LoopbackConnection(aws);
    }

    @AfterEach
    void stop() {
        connection.close();
        aws.close();
    }

    @Test
    void readsAccessPoints() {
        String item = "<AccessPoint><Name>%1$s</Name><NetworkOrigin>Internet</NetworkOrigin><Bucket>data</Bucket>"
                + "<AccessPointArn>arn:aws:s3:eu-west-1:111122223333:accesspoint/%1$s</AccessPointArn></AccessPoint>";
        twoPages(
                "s3control:ListAccessPoints",
                "nextToken",
                "<ListAccessPointsResult><AccessPointList>%s</AccessPointList><NextToken>more</NextToken></ListAccessPointsResult>"
                        .formatted(item.formatted("open")),
                "<ListAccessPointsResult><AccessPointList>%s</AccessPointList></ListAccessPointsResult>"
                        .formatted(item.formatted("shut")));
        aws.when("s3control:GetAccessPoint", Answer.ok("""
                <GetAccessPointResult><Name>open</Name><PublicAccessBlockConfiguration><BlockPublicPolicy>false</BlockPublicPolicy>
                </PublicAccessBlockConfiguration></GetAccessPointResult>"""));
        aws.when("s3control:GetAccessPointPolicy", Answer.ok("""
                <GetAccessPointPolicyResult><Policy>{"Version":"2012-10-17","Statement":[]}</Policy></GetAccessPointPolicyResult>"""));
        aws.when(
                "s3control:GetAccessPointPolicyStatus",
                request -> request.protocol().error(404, "NoSuchAccessPointPolicy"));

        Map<String, Resource> read = read("aws.s3.accesspoint");

        assertThat(read)
                .containsOnlyKeys(
                        "arn:aws:s3:eu-west-1:%s:accesspoint/open".formatted(ACCOUNT),
                        "arn:aws:s3:eu-west-1:%s:accesspoint/shut".formatted(ACCOUNT));
        assertThat(one(read, "open").config())
                .containsEntry("Bucket", "data")
                .containsEntry("AccessPointPolicy", Map.of("Policy", PARSED))
                .containsEntry("AccessPointPolicyStatus", null);
        assertThat(at(one(read, "open"), "AccessPoint", "PublicAccessBlockConfiguration", "BlockPublicPolicy"))
                .isEqualTo(false);
    }

    @Test
    void readsMultiRegionAccessPointsWhereTheyAreKept() {
        aws.when("s3control:ListMultiRegionAccessPoints", Answer.ok("""
                <ListMultiRegionAccessPointsResult><AccessPoints><AccessPoint><Name>world</Name><Alias>mfz.mrap</Alias>
                <PublicAccessBlock><BlockPublicPolicy>true</BlockPublicPolicy></PublicAccessBlock><Status>READY</Status>
                <Regions><Region><Bucket>data</Bucket><Region>eu-west-1</Region></Region></Regions>
                </AccessPoint></AccessPoints></ListMultiRegionAccessPointsResult>"""));
        aws.when("s3control:GetMultiRegionAccessPointPolicy", Answer.ok("""
                <GetMultiRegionAccessPointPolicyResult><Policy><Established><Policy>{"Version":"2012-10-17","Statement":[]}</Policy>
                </Established></Policy></GetMultiRegionAccessPointPolicyResult>"""));
        aws.when("s3control:GetMultiRegionAccessPointPolicyStatus", Answer.ok("""
                <GetMultiRegionAccessPointPolicyStatusResult><Established><IsPublic>true</IsPublic></Established>
                </GetMultiRegionAccessPointPolicyStatusResult>"""));

        Resource world =
                one(read("aws.s3.multiregionaccesspoint"), "arn:aws:s3::%s:accesspoint/mfz.mrap".formatted(ACCOUNT));

        assertThat(world.name()).isEqualTo("world");
        assertThat(world.region()).isEqualTo("global");
        assertThat(at(world, "MultiRegionAccessPointPolicy", "Policy", "Established", "Policy"))
                .isEqualTo(PARSED);
        assertThat(at(world, "MultiRegionAccessPointPolicyStatus", "Established", "IsPublic"))
                .isEqualTo(true);
        assertThat(aws.requests()).extracting(LoopbackAws.Request::region).containsOnly("us-west-2");
    }

    @Test
    void readsVaultsOfGlacier() {
        String item =
                "{\"VaultName\": \"%1$s\", \"VaultARN\": \"arn:aws:glacier:eu-west-1:111122223333:vaults/%1$s\", \"SizeInBytes\": 7}";
        twoPages(
                "glacier:ListVaults",
                "marker",
                "{\"VaultList\": [%s], \"Marker\": \"more\"}".formatted(item.formatted("deep")),
                "{\"VaultList\": [%s]}".formatted(item.formatted("deeper")));
        aws.when("glacier:GetVaultAccessPolicy", Answer.ok("{\"Policy\": \"%s\"}".formatted(POLICY)));
        aws.when(
                "glacier:GetVaultLock",
                new Answer(404, Map.of(), "{\"code\": \"ResourceNotFoundException\", \"type\": \"Client\"}", false));
        aws.when("glacier:GetVaultNotifications", Answer.ok("""
                {"SNSTopic": "arn:aws:sns:eu-west-1:111122223333:jobs", "Events": ["ArchiveRetrievalCompleted"]}"""));
        aws.when("glacier:ListTagsForVault", Answer.ok("{\"Tags\": {\"team\": \"archive\"}}"));

        Map<String, Resource> read = read("aws.glacier.vault");

        assertThat(read).hasSize(2);
        Resource deep = one(read, "arn:aws:glacier:eu-west-1:%s:vaults/deep".formatted(ACCOUNT));
        assertThat(deep.name()).isEqualTo("deep");
        assertThat(deep.tags()).containsExactly(Map.entry("team", "archive"));
        assertThat(at(deep, "VaultAccessPolicy", "policy", "Policy")).isEqualTo(PARSED);
        assertThat(deep.config()).containsEntry("VaultLock", null).containsEntry("SizeInBytes", 7L);
    }

    @ParameterizedTest
    @CsvSource({
        "aws.ec2.volume, DescribeVolumes, volumeSet, volumeId, vol, arn:aws:ec2:eu-west-1:111122223333:volume/vol",
        "aws.ec2.image, DescribeImages, imagesSet, imageId, ami, arn:aws:ec2:eu-west-1::image/ami"
    })
    void readsWhatEc2Stores(String type, String operation, String set, String idMember, String prefix, String arn) {
        String item = "<item><%1$s>%2$s-%3$d</%1$s><encrypted>true</encrypted><isPublic>true</isPublic>"
                + "<tagSet><item><key>team</key><value>data</value></item></tagSet></item>";
        String page = "<%1$sResponse><%2$s>%3$s</%2$s>%4$s</%1$sResponse>";
        twoPages(
                "ec2:" + operation,
                "NextToken",
                page.formatted(operation, set, item.formatted(idMember, prefix, 1), "<nextToken>more</nextToken>"),
                page.formatted(operation, set, item.formatted(idMember, prefix, 2), ""));

        Map<String, Resource> read = read(type);

        assertThat(read).containsOnlyKeys(arn + "-1", arn + "-2");
        assertThat(one(read, arn + "-1").tags()).containsExactly(Map.entry("team", "data"));
        assertThat(one(read, arn + "-1").config())
                .containsAnyOf(Map.entry("Encrypted", true), Map.entry("Public", true));
    }

    @Test
    void tellsWhichSnapshotsEverybodyMayRestoreByOneListing() {
        aws.when(
                "ec2:DescribeSnapshots",
                request -> request.parameter("RestorableBy.1").equals("all")
                        ? snapshots("snap-1")
                        : snapshots("snap-1", "snap-2"));

        Map<String, Resource> read = read("aws.ec2.snapshot");

        assertThat(read)
                .containsOnlyKeys("arn:aws:ec2:eu-west-1::snapshot/snap-1", "arn:aws:ec2:eu-west-1::snapshot/snap-2");
        assertThat(at(one(read, "snap-1"), "SnapshotsRestorableByAll", "Snapshots"))
                .asList()
                .hasSize(1);
        assertThat(at(one(read, "snap-2"), "SnapshotsRestorableByAll", "Snapshots"))
                .asList()
                .isEmpty();
        assertThat(aws.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.parameter("Owner.1")).isEqualTo("self"));
    }

    @Test
    void readsWhatEc2DoesWithNewStores() {
        aws.when(
                "ec2:GetEbsEncryptionByDefault",
                ec2("GetEbsEncryptionByDefault", "<ebsEncryptionByDefault>true</ebsEncryptionByDefault>"));
        aws.when("ec2:GetEbsDefaultKmsKeyId", ec2("GetEbsDefaultKmsKeyId", "<kmsKeyId>alias/aws/ebs</kmsKeyId>"));
        aws.when(
                "ec2:GetSnapshotBlockPublicAccessState",
                ec2("GetSnapshotBlockPublicAccessState", "<state>block-all-sharing</state>"));
        aws.when(
                "ec2:GetImageBlockPublicAccessState",
                ec2(
                        "GetImageBlockPublicAccessState",
                        "<imageBlockPublicAccessState>unblocked</imageBlockPublicAccessState>"));
        aws.when(
                "ec2:GetInstanceMetadataDefaults",
                ec2("GetInstanceMetadataDefaults", "<accountLevel><httpTokens>required</httpTokens></accountLevel>"));

        Resource region = one(read("aws.ec2.region"), "arn:aws:ec2:eu-west-1:%s:region/eu-west-1".formatted(ACCOUNT));

        assertThat(region.unread()).isEmpty();
        assertThat(region.config())
                .containsEntry("EbsEncryptionByDefault", Map.of("EbsEncryptionByDefault", true))
                .containsEntry("EbsDefaultKmsKeyId", Map.of("KmsKeyId", "alias/aws/ebs"))
                .containsEntry("SnapshotBlockPublicAccessState", Map.of("State", "block-all-sharing"))
                .containsEntry("ImageBlockPublicAccessState", Map.of("ImageBlockPublicAccessState", "unblocked"))
                .containsEntry("InstanceMetadataDefaults", Map.of("AccountLevel", Map.of("HttpTokens", "required")));
    }

    @Test
    void readsFileSystemsOfEfs() {
        String item =
                "{\"FileSystemId\": \"%1$s\", \"FileSystemArn\": \"arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/%1$s\","
                        + " \"Name\": \"home\", \"Encrypted\": true, \"Tags\": [{\"Key\": \"team\", \"Value\": \"data\"}]}";
        twoPages(
                "efs:DescribeFileSystems",
                "Marker",
                "{\"FileSystems\": [%s], \"NextMarker\": \"more\"}".formatted(item.formatted("fs-1")),
                "{\"FileSystems\": [%s]}".formatted(item.formatted("fs-2")));
        aws.when("efs:DescribeFileSystemPolicy", LoopbackAws.jsonError(404, "PolicyNotFound"));
        aws.when("efs:DescribeBackupPolicy", Answer.ok("{\"BackupPolicy\": {\"Status\": \"ENABLED\"}}"));
        twoPages(
                "efs:DescribeMountTargets",
                "Marker",
                "{\"MountTargets\": [{\"MountTargetId\": \"a\"}], \"NextMarker\": \"more\"}",
                "{\"MountTargets\": [{\"MountTargetId\": \"b\"}]}");
        aws.when("efs:DescribeReplicationConfigurations", Answer.ok("""
                {"Replications": [{"SourceFileSystemId": "fs-1", "Destinations": [{"Region": "us-east-1"}]}]}"""));

        Map<String, Resource> read = read("aws.elasticfilesystem.filesystem");

        Resource first = one(read, "arn:aws:elasticfilesystem:eu-west-1:%s:file-system/fs-1".formatted(ACCOUNT));
        assertThat(read).hasSize(2);
        assertThat(first.name()).isEqualTo("home");
        assertThat(first.tags()).containsExactly(Map.entry("team", "data"));
        assertThat(first.config())
                .containsEntry("FileSystemPolicy", null)
                .containsEntry("BackupPolicy", Map.of("BackupPolicy", Map.of("Status", "ENABLED")))
                .containsEntry(
                        "MountTargets",
                        Map.of("MountTargets", List.of(Map.of("MountTargetId", "a"), Map.of("MountTargetId", "b"))));
        assertThat(at(first, "ReplicationConfigurations", "Replications"))
                .asList()
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "aws.elasticfilesystem.accesspoint, efs:DescribeAccessPoints, AccessPoints, AccessPointArn",
        "aws.fsx.filesystem, fsx:DescribeFileSystems, FileSystems, ResourceARN",
        "aws.fsx.volume, fsx:DescribeVolumes, Volumes, ResourceARN",
        "aws.fsx.backup, fsx:DescribeBackups, Backups, ResourceARN"
    })
    void readsWhatAListingTellsAllAbout(String type, String operation, String list, String arn) {
        String item =
                "{\"%s\": \"arn:%d\", \"Name\": \"home\", \"Lifecycle\": \"AVAILABLE\", \"Tags\": [{\"Key\": \"team\", \"Value\": \"data\"}]}";
        twoPages(
                operation,
                "NextToken",
                "{\"%s\": [%s], \"NextToken\": \"more\"}".formatted(list, item.formatted(arn, 1)),
                "{\"%s\": [%s]}".formatted(list, item.formatted(arn, 2)));

        Map<String, Resource> read = read(type);

        assertThat(read).containsOnlyKeys("arn:1", "arn:2");
        assertThat(one(read, "arn:2").tags()).containsExactly(Map.entry("team", "data"));
        assertThat(one(read, "arn:2").config()).containsEntry(arn, "arn:2");
    }

    @Test
    void readsVaultsOfBackups() {
        vaults();
        aws.when("backup:GetBackupVaultAccessPolicy", Answer.ok("{\"Policy\": \"%s\"}".formatted(POLICY)));
        aws.when("backup:GetBackupVaultNotifications", LoopbackAws.jsonError(400, "ResourceNotFoundException"));
        aws.when("backup:ListTags", Answer.ok("{\"Tags\": {\"team\": \"data\"}}"));

        Map<String, Resource> read = read("aws.backup.backupvault");

        Resource first = one(read, "arn:aws:backup:eu-west-1:%s:backup-vault:one".formatted(ACCOUNT));
        assertThat(read).hasSize(2);
        assertThat(first.name()).isEqualTo("one");
        assertThat(first.tags()).containsExactly(Map.entry("team", "data"));
        assertThat(first.config())
                .containsEntry("Locked", true)
                .containsEntry("BackupVaultNotifications", null)
                .containsEntry("BackupVaultAccessPolicy", Map.of("Policy", PARSED));
    }

    @Test
    void readsWhatIsInVaultsOfBackups() {
        vaults();
        AtomicInteger points = new AtomicInteger();
        aws.when(
                "backup:ListRecoveryPointsByBackupVault",
                request -> Answer.ok("{\"RecoveryPoints\": [{\"RecoveryPointArn\": \"arn:%d\", \"IsEncrypted\": true}]}"
                        .formatted(points.incrementAndGet())));

        Map<String, Resource> read = read("aws.backup.recoverypoint");

        assertThat(read).containsOnlyKeys("arn:1", "arn:2");
        assertThat(one(read, "arn:2").config()).containsEntry("IsEncrypted", true);
    }

    private void vaults() {
        String item =
                "{\"BackupVaultName\": \"%1$s\", \"BackupVaultArn\": \"arn:aws:backup:eu-west-1:111122223333:backup-vault:%1$s\", \"Locked\": true}";
        twoPages(
                "backup:ListBackupVaults",
                "nextToken",
                "{\"BackupVaultList\": [%s], \"NextToken\": \"more\"}".formatted(item.formatted("one")),
                "{\"BackupVaultList\": [%s]}".formatted(item.formatted("two")));
    }

    @Test
    void readsPlansWithWhatTheySelect() {
        twoPages(
                "backup:ListBackupPlans",
                "nextToken",
                "{\"BackupPlansList\": [{\"BackupPlanArn\": \"arn:p1\", \"BackupPlanId\": \"p1\", \"BackupPlanName\": \"daily\"}], \"NextToken\": \"more\"}",
                "{\"BackupPlansList\": [{\"BackupPlanArn\": \"arn:p2\", \"BackupPlanId\": \"p2\", \"BackupPlanName\": \"weekly\"}]}");
        aws.when("backup:GetBackupPlan", Answer.ok("""
                {"BackupPlan": {"Rules": [{"RuleName": "r", "Lifecycle": {"DeleteAfterDays": 35}}]}}"""));
        aws.when(
                "backup:ListBackupSelections", Answer.ok("{\"BackupSelectionsList\": [{\"SelectionName\": \"all\"}]}"));
        aws.when("backup:ListTags", Answer.ok("{\"Tags\": {}}"));

        Map<String, Resource> read = read("aws.backup.backupplan");

        assertThat(read).containsOnlyKeys("arn:p1", "arn:p2");
        assertThat(one(read, "p1").name()).isEqualTo("daily");
        assertThat(at(one(read, "p1"), "BackupPlan", "BackupPlan", "Rules"))
                .isEqualTo(List.of(Map.of("RuleName", "r", "Lifecycle", Map.of("DeleteAfterDays", 35L))));
        assertThat(at(one(read, "p1"), "BackupSelections", "BackupSelectionsList"))
                .asList()
                .hasSize(1);
    }

    @Test
    void readsWhatARegionBacksUp() {
        aws.when("backup:DescribeRegionSettings", Answer.ok("{\"ResourceTypeOptInPreference\": {\"EFS\": true}}"));
        twoPages(
                "backup:ListProtectedResources",
                "nextToken",
                "{\"Results\": [{\"ResourceArn\": \"arn:a\"}], \"NextToken\": \"more\"}",
                "{\"Results\": [{\"ResourceArn\": \"arn:b\"}]}");
        aws.when("backup:ListReportPlans", Answer.ok("{\"ReportPlans\": []}"));

        Resource region = one(read("aws.backup.region"), "eu-west-1");

        assertThat(at(region, "RegionSettings", "ResourceTypeOptInPreference")).isEqualTo(Map.of("EFS", true));
        assertThat(at(region, "ProtectedResources", "Results"))
                .isEqualTo(List.of(Map.of("ResourceArn", "arn:a"), Map.of("ResourceArn", "arn:b")));
    }

    @Test
    void readsRepositoriesAndTheirRegistry() {
        String item =
                "{\"repositoryArn\": \"arn:aws:ecr:eu-west-1:111122223333:repository/%1$s\", \"repositoryName\": \"%1$s\", \"imageTagMutability\": \"MUTABLE\"}";
        twoPages(
                "ecr:DescribeRepositories",
                "nextToken",
                "{\"repositories\": [%s], \"nextToken\": \"more\"}".formatted(item.formatted("app")),
                "{\"repositories\": [%s]}".formatted(item.formatted("web")));
        aws.when("ecr:GetRepositoryPolicy", Answer.ok("{\"policyText\": \"%s\"}".formatted(POLICY)));
        aws.when("ecr:GetLifecyclePolicy", LoopbackAws.jsonError(400, "LifecyclePolicyNotFoundException"));
        aws.when("ecr:ListTagsForResource", Answer.ok("{\"tags\": [{\"Key\": \"team\", \"Value\": \"data\"}]}"));
        aws.when("ecr:GetRegistryPolicy", LoopbackAws.jsonError(400, "RegistryPolicyNotFoundException"));
        aws.when(
                "ecr:GetRegistryScanningConfiguration",
                Answer.ok("{\"scanningConfiguration\": {\"scanType\": \"ENHANCED\"}}"));
        aws.when("ecr:DescribeRegistry", Answer.ok("{\"replicationConfiguration\": {\"rules\": []}}"));

        Map<String, Resource> read = read("aws.ecr.repository");

        Resource app = one(read, "arn:aws:ecr:eu-west-1:%s:repository/app".formatted(ACCOUNT));
        assertThat(read).hasSize(2);
        assertThat(app.tags()).containsExactly(Map.entry("team", "data"));
        assertThat(at(app, "RepositoryPolicy", "policyText")).isEqualTo(PARSED);
        assertThat(app.config()).containsEntry("LifecyclePolicy", null);
        Resource registry = one(read("aws.ecr.region"), "eu-west-1");
        assertThat(registry.config()).containsEntry("RegistryPolicy", null);
        assertThat(at(registry, "RegistryScanningConfiguration", "scanningConfiguration", "scanType"))
                .isEqualTo("ENHANCED");
    }

    private void twoPages(String operation, String token, String first, String second) {
        aws.when(operation, request -> Answer.ok(request.parameter(token).isEmpty() ? first : second));
    }

    private static Answer snapshots(String... ids) {
        String items = String.join(
                "",
                List.of(ids).stream()
                        .map("<item><snapshotId>%s</snapshotId><encrypted>false</encrypted></item>"::formatted)
                        .toList());
        return ec2("DescribeSnapshots", "<snapshotSet>%s</snapshotSet>".formatted(items));
    }

    private static Answer ec2(String operation, String members) {
        return Answer.ok("<%1$sResponse>%2$s</%1$sResponse>".formatted(operation, members));
    }

    private Map<String, Resource> read(String type) {
        ConcurrentLinkedQueue<Resource> resources = new ConcurrentLinkedQueue<>();
        AwsType<?> declared = AwsTypes.all().stream()
                .filter(each -> each.type().value().equals(type))
                .findFirst()
                .orElseThrow();
        Collector collector = connection.collector(declared);
        Scope part = new Scope(connection.scope().account(), collector.regions(connection.scope()));
        Coverage coverage = collector.collect(part, resources::add);
        assertThat(coverage.complete()).isTrue();
        return resources.stream()
                .collect(Collectors.toMap(resource -> resource.id().value(), resource -> resource));
    }

    private static Resource one(Map<String, Resource> read, String endOfId) {
        return read.entrySet().stream()
                .filter(each -> each.getKey().endsWith(endOfId))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Object at(Resource resource, String... path) {
        Object value = resource.config();
        for (String member : path) {
            value = requireNonNull(((Map<?, ?>) value).get(member), member);
        }
        return value;
    }
}
