package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Seeds;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Buckets whose policies look open and are held by a condition or by who is named. */
final class NearMisses {
    private NearMisses() {}

    static void plant(Company company, List<Draft> drafts) {
        SplittableRandom random = company.parameters().seeds().random("near misses");
        allow(
                bucket(random, drafts),
                "OrganizationOnly",
                "*",
                object("StringEquals", object("aws:PrincipalOrgID", AwsRoles.ORGANIZATION)));
        Draft website = bucket(random, drafts);
        allow(
                website,
                "DeliveredByCloudFront",
                object("Service", "cloudfront.amazonaws.com"),
                object(
                        "StringEquals",
                        object(
                                "AWS:SourceArn",
                                "arn:aws:cloudfront::%s:distribution/E%s"
                                        .formatted(website.account.id(), "2QWRUHAPOMQZL"))));
        blockedAtTheAccount(random, drafts);
    }

    /** Nothing blocked on the bucket: its account blocks it all. */
    private static void blockedAtTheAccount(SplittableRandom random, List<Draft> drafts) {
        List<Draft> buckets = drafts.stream()
                .filter(draft -> draft.type.equals("aws.s3.bucket") && draft.ordinary())
                .filter(draft -> !draft.account.stage().equals("lab"))
                .toList();
        Seeds.pick(random, buckets).special().config.put("PublicAccessBlock", null);
    }

    private static Draft bucket(SplittableRandom random, List<Draft> drafts) {
        List<Draft> buckets = drafts.stream()
                .filter(draft -> draft.type.equals("aws.s3.bucket") && draft.ordinary())
                .toList();
        return Seeds.pick(random, buckets).special();
    }

    private static void allow(Draft bucket, String sid, Object principal, Map<String, @Nullable Object> condition) {
        bucket.listAt("Statement", "BucketPolicy", "Policy")
                .add(object(
                        "Sid",
                        sid,
                        "Effect",
                        "Allow",
                        "Principal",
                        principal,
                        "Action",
                        list("s3:GetObject"),
                        "Resource",
                        list(bucket.id + "/*"),
                        "Condition",
                        condition));
    }
}
