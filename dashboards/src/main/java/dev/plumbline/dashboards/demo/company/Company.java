package dev.plumbline.dashboards.demo.company;

import dev.plumbline.rules.resource.Cloud;
import java.util.ArrayList;
import java.util.List;

/** Everything that exists before a configuration is written down or a call is made. */
public record Company(
        Parameters parameters, Accounts accounts, List<Store> stores, List<Person> people, List<Machine> machines) {
    public Company {
        stores = List.copyOf(stores);
        people = List.copyOf(people);
        machines = List.copyOf(machines);
    }

    public static Company of(Parameters parameters) {
        Seeds seeds = parameters.seeds();
        Accounts accounts = Accounts.of(seeds);
        List<Store> stores = new ArrayList<>();
        stores.addAll(stores(accounts.in(Cloud.AWS), parameters.count(60, 24)));
        stores.addAll(stores(accounts.in(Cloud.AZURE), parameters.count(10, 8)));
        stores.addAll(stores(accounts.in(Cloud.GCP), parameters.count(21, 12)));
        return new Company(
                parameters, accounts, stores, Staff.people(parameters, accounts), Staff.machines(parameters, accounts));
    }

    public List<Store> stores(Cloud cloud) {
        return stores.stream().filter(store -> store.cloud() == cloud).toList();
    }

    public List<Store> stores(CloudAccount account) {
        return stores.stream().filter(store -> store.account().equals(account)).toList();
    }

    public List<Person> people(Cloud cloud) {
        return people.stream()
                .filter(person -> person.account().cloud() == cloud)
                .toList();
    }

    public List<Machine> machines(CloudAccount account) {
        return machines.stream()
                .filter(machine -> machine.account().equals(account))
                .toList();
    }

    /** Deals the teams' sets out over the accounts, each team in turn, and numbers them once all are there. */
    private static List<Store> stores(List<CloudAccount> accounts, int count) {
        List<Team> teams = List.of(Team.values());
        List<Store> stores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            CloudAccount account = accounts.get(i % accounts.size());
            int rest = i / accounts.size();
            Team team = teams.get(rest % teams.size());
            rest /= teams.size();
            Team.Dataset dataset = team.datasets().get(rest % team.datasets().size());
            int generation = rest / team.datasets().size();
            stores.add(new Store(account, storeName(account, team, dataset, generation), team, dataset));
        }
        return stores;
    }

    private static String storeName(CloudAccount account, Team team, Team.Dataset dataset, int generation) {
        String number = generation == 0 ? "" : "-%02d".formatted(generation + 1);
        String name = "meridian-%s-%s-%s%s".formatted(team.key(), dataset.name(), account.stage(), number);
        if (account.cloud() != Cloud.AZURE) {
            return name;
        }
        // a storage account's name is at most 24 lower-case letters and digits
        String letters = (team.key() + dataset.name()).replace("-", "");
        return "mrd" + letters.substring(0, Math.min(14, letters.length())) + account.stage() + number.replace("-", "");
    }
}
