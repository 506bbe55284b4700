package dev.plumbline.dashboards.demo.estate;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Parameters;
import dev.plumbline.dashboards.demo.company.Team;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keys that encrypt data, and keys of service accounts. */
final class GcpKeys {
    private final Company company;
    private final Parameters parameters;

    GcpKeys(Company company) {
        this.company = company;
        this.parameters = company.parameters();
    }

    static String nameOf(CloudAccount project, String key) {
        return "projects/%s/locations/%s/keyRings/data/cryptoKeys/%s".formatted(project.id(), project.region(), key);
    }

    Stream<Draft> drafts(CloudAccount project) {
        Stream<Draft> cryptoKeys = Arrays.stream(Team.values()).limit(4).map(team -> cryptoKey(project, team.key()));
        Stream<Draft> accountKeys = company.machines(project).stream()
                .filter(machine -> machine.duty() != Machine.Duty.DEPLOYMENT)
                .map(machine -> userManaged(project, machine.name()));
        return Stream.of(
                        cryptoKeys,
                        Stream.of(signing(project)),
                        accountKeys,
                        Stream.of(systemManaged(project), disabled(project)))
                .flatMap(keys -> keys);
    }

    private Draft cryptoKey(CloudAccount project, String key) {
        String name = nameOf(project, key);
        Map<String, @Nullable Object> config = object(
                "name", name,
                "purpose", "ENCRYPT_DECRYPT",
                "createTime", parameters.daysBeforeEnd(500).toString(),
                "rotationPeriod", "7776000s",
                "nextRotationTime", parameters.daysBeforeEnd(-37).toString(),
                "versionTemplate", object("protectionLevel", "SOFTWARE", "algorithm", "GOOGLE_SYMMETRIC_ENCRYPTION"),
                "primary",
                        object(
                                "name", name + "/cryptoKeyVersions/6",
                                "state", "ENABLED",
                                "protectionLevel", "SOFTWARE",
                                "algorithm", "GOOGLE_SYMMETRIC_ENCRYPTION",
                                "createTime", parameters.daysBeforeEnd(53).toString()),
                "iamPolicy", object("version", 1L, "bindings", list(encrypters(project))));
        return new Draft(
                project, project.region(), "gcp.kms.cryptokey", "//cloudkms.googleapis.com/" + name, key, config);
    }

    /** A key that signs has neither a primary version nor a rotation period. */
    private Draft signing(CloudAccount project) {
        Draft key = cryptoKey(project, "document-signing").special();
        key.config.put("purpose", "ASYMMETRIC_SIGN");
        key.config.put("versionTemplate", object("protectionLevel", "HSM", "algorithm", "EC_SIGN_P256_SHA256"));
        key.config.remove("rotationPeriod");
        key.config.remove("nextRotationTime");
        key.config.remove("primary");
        return key;
    }

    private Map<String, @Nullable Object> encrypters(CloudAccount project) {
        return GcpProjects.binding(
                "roles/cloudkms.cryptoKeyEncrypterDecrypter",
                "serviceAccount:service-%s@gs-project-accounts.iam.gserviceaccount.com"
                        .formatted(GcpProjects.number(company, project)));
    }

    private Draft userManaged(CloudAccount project, String account) {
        Instant after = parameters.daysBeforeEnd(
                8 + parameters.seeds().random("key", project.id(), account).nextInt(60));
        return accountKey(project, account, "USER_MANAGED", after, "9999-12-31T23:59:59Z");
    }

    /** Google exchanges this one by itself, however old it is. */
    private Draft systemManaged(CloudAccount project) {
        String before = parameters.daysBeforeEnd(-300).toString();
        return accountKey(project, "nightly-report", "SYSTEM_MANAGED", parameters.daysBeforeEnd(420), before)
                .special();
    }

    /** Old, and switched off. */
    private Draft disabled(CloudAccount project) {
        Draft key = accountKey(
                project, "etl-loader", "USER_MANAGED", parameters.daysBeforeEnd(510), "9999-12-31T23:59:59Z");
        key.config.put("disabled", true);
        return key.special();
    }

    private Draft accountKey(CloudAccount project, String account, String keyType, Instant after, String before) {
        String key = parameters.seeds().hex(40, project.id(), account, keyType, after);
        String name = "projects/%s/serviceAccounts/%s@%s.iam.gserviceaccount.com/keys/%s"
                .formatted(project.id(), account, project.id(), key);
        Map<String, @Nullable Object> config = object(
                "name",
                name,
                "keyAlgorithm",
                "KEY_ALG_RSA_2048",
                "keyOrigin",
                "GOOGLE_PROVIDED",
                "keyType",
                keyType,
                "validAfterTime",
                after.toString(),
                "validBeforeTime",
                before,
                "disabled",
                false);
        return new Draft(project, "global", "gcp.iam.serviceaccountkey", "//iam.googleapis.com/" + name, key, config);
    }
}
