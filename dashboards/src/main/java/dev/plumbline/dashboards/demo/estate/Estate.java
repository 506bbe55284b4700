package dev.plumbline.dashboards.demo.estate;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.rules.resource.Cloud;
import dev.plumbline.rules.resource.Resource;
import dev.plumbline.rules.resource.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Every resource of the company, and where it stands crooked. What is not listed in {@code faults} is in order, however
 * it may look.
 */
public record Estate(List<Resource> resources, List<PlantedFault> faults) {
    public Estate {
        resources = List.copyOf(resources);
        faults = List.copyOf(faults);
    }

    public static Estate of(Company company) {
        List<Draft> drafts = drafts(company);
        withhold(company, drafts);
        NearMisses.plant(company, drafts);
        List<PlantedFault> faults = plant(company, drafts);
        List<Resource> resources = drafts.stream()
                .map(draft -> draft.finish(company.parameters().end()))
                .toList();
        return new Estate(resources, faults);
    }

    private static List<Draft> drafts(Company company) {
        Stream<Draft> aws = company.accounts().in(Cloud.AWS).stream().flatMap(account -> aws(company, account));
        Stream<Draft> azure = new AzureEstate(company).drafts();
        Stream<Draft> gcp = new GcpEstate(company).drafts();
        return new ArrayList<>(
                Stream.of(aws, azure, gcp).flatMap(drafts -> drafts).toList());
    }

    private static Stream<Draft> aws(Company company, CloudAccount account) {
        List<Draft> users = new AwsUsers(company).drafts(account).toList();
        return Stream.of(
                        new AwsAccounts(company).drafts(account, users),
                        users.stream(),
                        new AwsRoles(company).drafts(account),
                        new AwsPolicies(company).drafts(account),
                        new AwsKeys(company).drafts(account),
                        new AwsBuckets(company).drafts(account),
                        new AwsDisks(company).drafts(account))
                .flatMap(drafts -> drafts);
    }

    /** Two answers that the scanner's role was not allowed to have: they must show as not assessed. */
    private static void withhold(Company company, List<Draft> drafts) {
        SplittableRandom random = company.parameters().seeds().random("withheld");
        Seeds.pick(random, ordinary(drafts, "aws.s3.bucket"))
                .denied("BucketPolicy", "s3:GetBucketPolicy", "s3:GetBucketPolicy");
        Seeds.pick(random, ordinary(drafts, "aws.kms.key"))
                .denied("KeyRotationStatus", "kms:GetKeyRotationStatus", "kms:GetKeyRotationStatus");
    }

    /** Each fault goes into a resource of its own, except in accounts, of which there are too few. */
    private static List<PlantedFault> plant(Company company, List<Draft> drafts) {
        SplittableRandom random = company.parameters().seeds().random("faults");
        Set<Draft> crooked = new HashSet<>();
        List<PlantedFault> planted = new ArrayList<>();
        for (Fault fault : FaultCatalogue.of(company.parameters())) {
            List<Draft> candidates = ordinary(drafts, fault.type()).stream()
                    .filter(fault.suits())
                    .filter(draft -> isAccount(draft) || !crooked.contains(draft))
                    .toList();
            Draft chosen = Seeds.pick(random, candidates);
            crooked.add(chosen);
            fault.plant().accept(chosen);
            fault.rules().forEach(rule -> planted.add(new PlantedFault(rule, new ResourceId(chosen.id).value())));
        }
        return planted;
    }

    private static boolean isAccount(Draft draft) {
        return draft.type.equals("aws.account") || draft.type.equals("gcp.project");
    }

    private static List<Draft> ordinary(List<Draft> drafts, String type) {
        return drafts.stream()
                .filter(draft -> draft.ordinary() && draft.type.equals(type))
                .toList();
    }
}
