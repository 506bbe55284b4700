package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;

/** Who calls, as the logs of the three clouds tell principals apart. */
sealed interface Caller {
    /**
     * A user of AWS's own directory.
     *
     * @param key {@code AKIA...} for a long-term key, {@code ASIA...} for one got by signing in
     * @param signedIn whether a person signed in with a second factor
     */
    record IamUser(CloudAccount account, String name, String id, String key, boolean signedIn) implements Caller {}

    record AssumedRole(CloudAccount account, String name, String id, String key, String session) implements Caller {}

    /** A service of the provider, in the name it logs itself by. */
    record CloudService(String name) implements Caller {}

    /** A person's or a service account's address. */
    record GoogleAccount(String mail) implements Caller {}

    record EntraIdentity(String name, String objectId, boolean person) implements Caller {}

    static Caller of(Person person, Seeds seeds) {
        CloudAccount account = person.account();
        String name = person.name();
        return switch (account.cloud()) {
            case AWS ->
                new IamUser(
                        account,
                        name,
                        seeds.awsId("AIDA", account.id(), name),
                        seeds.awsId("ASIA", account.id(), name),
                        true);
            case AZURE ->
                new EntraIdentity(person.mail(), seeds.uuid("entra", name).toString(), true);
            case GCP -> new GoogleAccount(person.mail());
        };
    }

    static Caller of(Machine machine, Seeds seeds) {
        CloudAccount account = machine.account();
        String name = machine.name();
        return switch (account.cloud()) {
            case AWS -> machine.longTermKey() ? user(machine, seeds) : role(machine, seeds);
            case AZURE ->
                new EntraIdentity(name, seeds.uuid("entra", account.id(), name).toString(), false);
            case GCP -> new GoogleAccount("%s@%s.iam.gserviceaccount.com".formatted(name, account.id()));
        };
    }

    private static Caller user(Machine machine, Seeds seeds) {
        String account = machine.account().id();
        return new IamUser(
                machine.account(),
                machine.name(),
                seeds.awsId("AIDA", account, machine.name()),
                seeds.awsId("AKIA", account, machine.name(), 1),
                false);
    }

    private static Caller role(Machine machine, Seeds seeds) {
        String account = machine.account().id();
        return new AssumedRole(
                machine.account(),
                machine.name(),
                seeds.awsId("AROA", account, machine.name()),
                seeds.awsId("ASIA", account, machine.name()),
                machine.name());
    }
}
