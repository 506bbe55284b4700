package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.rules.resource.Cloud;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** IAM users: people with a password and a second factor, machines with one young key. */
final class AwsUsers {
    private final Company company;
    private final Parameters parameters;
    private final Seeds seeds;

    AwsUsers(Company company) {
        this.company = company;
        this.parameters = company.parameters();
        this.seeds = parameters.seeds();
    }

    Stream<Draft> drafts(CloudAccount account) {
        Stream<Draft> people = company.people(Cloud.AWS).stream()
                .filter(person -> person.account().equals(account))
                .map(this::person);
        Stream<Draft> machines =
                company.machines(account).stream().filter(Machine::longTermKey).map(this::machine);
        return Stream.of(people, machines, Stream.of(keptWithOldKey(account))).flatMap(users -> users);
    }

    private Draft person(Person person) {
        Draft user = user(person.account(), person.name(), 500);
        SplittableRandom random = seeds.random("user", person.name());
        Instant changed = parameters.daysBeforeEnd(5 + random.nextInt(70));
        Instant used = parameters.daysBeforeEnd(0.1 + random.nextInt(6));
        user.config.put("PasswordLastUsed", used.toString());
        user.config.put(
                "LoginProfile",
                object(
                        "LoginProfile",
                        object(
                                "UserName",
                                person.name(),
                                "CreateDate",
                                changed.toString(),
                                "PasswordResetRequired",
                                false)));
        user.listAt("MFADevices", "MFADevices")
                .add(object(
                        "UserName", person.name(),
                        "SerialNumber",
                                "arn:aws:iam::%s:mfa/%s"
                                        .formatted(person.account().id(), person.name()),
                        "EnableDate", parameters.daysBeforeEnd(400).toString()));
        user.listAt("Groups", "GroupsForUser")
                .add(object("GroupName", person.team().key(), "Path", "/", "Arn", groupArn(person)));
        CredentialRow.password(user.at("CredentialReport"), used, changed);
        user.at("CredentialReport").put("mfa_active", "true");
        return user.tagged(Map.of("owner", person.team().key()));
    }

    /** No password, so no second factor is wanted: a near miss of every rule on sign-in. */
    private Draft machine(Machine machine) {
        Draft user = user(machine.account(), machine.name(), 900);
        addKey(user, 1, true, 10 + seeds.random("key", machine.name()).nextInt(60));
        return user.tagged(Map.of("owner", machine.team().key()));
    }

    /** The key is old, and switched off. */
    private Draft keptWithOldKey(CloudAccount account) {
        Draft user = user(account, "archive-loader", 1300);
        addKey(user, 1, false, 620);
        addKey(user, 2, true, 33);
        return user.tagged(Map.of("owner", "platform")).special();
    }

    private Draft user(CloudAccount account, String name, int ageDays) {
        String arn = "arn:aws:iam::%s:user/%s".formatted(account.id(), name);
        Instant created = parameters.daysBeforeEnd(ageDays);
        Map<String, @Nullable Object> config = object(
                "UserName", name,
                "Path", "/",
                "Arn", arn,
                "UserId", seeds.awsId("AIDA", account.id(), name),
                "CreateDate", created.toString(),
                "PasswordLastUsed", null,
                "LoginProfile", null,
                "MFADevices", object("MFADevices", list()),
                "AccessKeys", object("AccessKeyMetadata", list()),
                "AttachedUserPolicies", object("AttachedPolicies", list()),
                "UserPolicies", object("PolicyNames", list(), "Policies", list()),
                "GroupsForUser", object("Groups", list()),
                "CredentialReport", CredentialRow.of(name, arn, created));
        return new Draft(account, "global", "aws.iam.user", arn, name, config);
    }

    private void addKey(Draft user, int number, boolean active, int ageDays) {
        Instant created = parameters.daysBeforeEnd(ageDays);
        user.listAt("AccessKeyMetadata", "AccessKeys")
                .add(object(
                        "UserName",
                        user.name,
                        "AccessKeyId",
                        seeds.awsId("AKIA", user.account.id(), user.name, number),
                        "Status",
                        active ? "Active" : "Inactive",
                        "CreateDate",
                        created.toString()));
        Instant used = active ? parameters.daysBeforeEnd(0.2) : created;
        CredentialRow.key(user.at("CredentialReport"), number, active, created, used);
    }

    private static String groupArn(Person person) {
        return "arn:aws:iam::%s:group/%s"
                .formatted(person.account().id(), person.team().key());
    }
}
