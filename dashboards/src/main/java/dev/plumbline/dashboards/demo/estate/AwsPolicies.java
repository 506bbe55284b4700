package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Team;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Policies the company wrote itself: each team reads its own stores, and two near misses. */
final class AwsPolicies {
    private final Company company;

    AwsPolicies(Company company) {
        this.company = company;
    }

    Stream<Draft> drafts(CloudAccount account) {
        Stream<Draft> teams = Arrays.stream(Team.values())
                .map(team -> policy(account, team.key() + "-data", readerOf(account, team)));
        return Stream.concat(teams, Stream.of(guardrail(account), oneBucket(account)));
    }

    private static Map<String, @Nullable Object> readerOf(CloudAccount account, Team team) {
        String stores = "arn:aws:s3:::meridian-%s-*-%s".formatted(team.key(), account.stage());
        return AwsBuckets.policy(object(
                "Sid",
                "ReadOwnStores",
                "Effect",
                "Allow",
                "Action",
                list("s3:GetObject", "s3:ListBucket"),
                "Resource",
                list(stores, stores + "/*")));
    }

    /** Everything on everything, and it denies. */
    private Draft guardrail(CloudAccount account) {
        Map<String, @Nullable Object> document = AwsBuckets.policy(object(
                "Sid", "OnlyOurRegions",
                "Effect", "Deny",
                "Action", "*",
                "Resource", "*",
                "Condition",
                        object("StringNotEquals", object("aws:RequestedRegion", list("eu-central-1", "us-east-1")))));
        return policy(account, "region-guardrail", document).special();
    }

    /** Every action of one service on one bucket. */
    private Draft oneBucket(CloudAccount account) {
        String bucket = "arn:aws:s3:::" + AwsBuckets.nameOf(company, account, "build-artifacts");
        Map<String, @Nullable Object> document = AwsBuckets.policy(object(
                "Sid", "OwnArtifacts",
                "Effect", "Allow",
                "Action", "s3:*",
                "Resource", list(bucket, bucket + "/*")));
        return policy(account, "artifacts-owner", document).special();
    }

    private Draft policy(CloudAccount account, String name, Map<String, @Nullable Object> document) {
        String arn = "arn:aws:iam::%s:policy/%s".formatted(account.id(), name);
        Map<String, @Nullable Object> config = object(
                "PolicyName",
                name,
                "PolicyId",
                company.parameters().seeds().awsId("ANPA", account.id(), name),
                "Arn",
                arn,
                "Path",
                "/",
                "DefaultVersionId",
                "v3",
                "AttachmentCount",
                2L,
                "PermissionsBoundaryUsageCount",
                0L,
                "IsAttachable",
                true,
                "CreateDate",
                company.parameters().daysBeforeEnd(760).toString(),
                "UpdateDate",
                company.parameters().daysBeforeEnd(90).toString(),
                "PolicyVersion",
                object("PolicyVersion", object("Document", document, "VersionId", "v3", "IsDefaultVersion", true)));
        return new Draft(account, "global", "aws.iam.policy", arn, name, config);
    }
}
