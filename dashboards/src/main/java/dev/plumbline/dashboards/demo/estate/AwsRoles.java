package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Roles of machines, of services and of strangers held by conditions. */
final class AwsRoles {
    static final String ORGANIZATION = "o-m3r1d14n00";

    private final Company company;

    AwsRoles(Company company) {
        this.company = company;
    }

    Stream<Draft> drafts(CloudAccount account) {
        Stream<Draft> machines = company.machines(account).stream()
                .filter(machine -> !machine.longTermKey())
                .map(machine -> role(account, machine.name(), trustOf(machine)));
        Stream<Draft> services = Stream.of("lambda", "ecs-tasks", "config")
                .map(service -> role(account, service + "-execution", service(service + ".amazonaws.com")));
        return Stream.of(machines, services, strangers(account)).flatMap(roles -> roles);
    }

    /** Others may come in here, and each is held by a condition: near misses of an open trust. */
    private Stream<Draft> strangers(CloudAccount account) {
        return Stream.of(
                role(account, "organization-reader", organization()).special(),
                role(account, "release-from-repository", repository(account)).special(),
                role(account, "vendor-monitoring", vendor()).special());
    }

    private Map<String, @Nullable Object> trustOf(Machine machine) {
        return switch (machine.duty()) {
            case BATCH -> service("glue.amazonaws.com");
            case SERVICE -> service("lambda.amazonaws.com");
            case BACKUP -> service("backup.amazonaws.com");
            case DEPLOYMENT ->
                statement(
                        "AWS",
                        "arn:aws:iam::%s:root".formatted(machine.account().id()),
                        "sts:AssumeRole",
                        null);
        };
    }

    static Map<String, @Nullable Object> service(String name) {
        return statement("Service", name, "sts:AssumeRole", null);
    }

    private static Map<String, @Nullable Object> organization() {
        return statement(
                "AWS", "*", "sts:AssumeRole", object("StringEquals", object("aws:PrincipalOrgID", ORGANIZATION)));
    }

    private static Map<String, @Nullable Object> repository(CloudAccount account) {
        String issuer = "token.actions.githubusercontent.com";
        return statement(
                "Federated",
                "arn:aws:iam::%s:oidc-provider/%s".formatted(account.id(), issuer),
                "sts:AssumeRoleWithWebIdentity",
                object(
                        "StringEquals",
                        object(issuer + ":aud", "sts.amazonaws.com"),
                        "StringLike",
                        object(issuer + ":sub", "repo:meridian-data/platform:ref:refs/heads/main")));
    }

    private Map<String, @Nullable Object> vendor() {
        String vendor = company.parameters().seeds().digits(12, "monitoring vendor");
        return statement(
                "AWS",
                "arn:aws:iam::%s:root".formatted(vendor),
                "sts:AssumeRole",
                object(
                        "StringEquals",
                        object(
                                "sts:ExternalId",
                                company.parameters().seeds().uuid("external id").toString())));
    }

    private static Map<String, @Nullable Object> statement(
            String kind, String principal, String action, @Nullable Map<String, @Nullable Object> condition) {
        Map<String, @Nullable Object> statement =
                object("Effect", "Allow", "Principal", object(kind, principal), "Action", action);
        if (condition != null) {
            statement.put("Condition", condition);
        }
        return AwsBuckets.policy(statement);
    }

    private Draft role(CloudAccount account, String name, Map<String, @Nullable Object> trust) {
        String arn = "arn:aws:iam::%s:role/%s".formatted(account.id(), name);
        Map<String, @Nullable Object> config = object(
                "RoleName",
                name,
                "RoleId",
                company.parameters().seeds().awsId("AROA", account.id(), name),
                "Arn",
                arn,
                "Path",
                "/",
                "CreateDate",
                company.parameters().daysBeforeEnd(620).toString(),
                "MaxSessionDuration",
                3600L,
                "AssumeRolePolicyDocument",
                trust,
                "RoleLastUsed",
                object(
                        "LastUsedDate", company.parameters().daysBeforeEnd(0.3).toString(),
                        "Region", account.region()),
                "AttachedRolePolicies",
                object(
                        "AttachedPolicies",
                        list(object(
                                "PolicyName",
                                "data-reader",
                                "PolicyArn",
                                "arn:aws:iam::%s:policy/data-reader".formatted(account.id())))),
                "RolePolicies",
                object("PolicyNames", list(), "Policies", list()));
        return new Draft(account, "global", "aws.iam.role", arn, name, config);
    }
}
