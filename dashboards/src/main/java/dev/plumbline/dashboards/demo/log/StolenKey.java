package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.log.Operation.looks;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A batch job's long-term key in somebody else's hands: from another network, at another hour, feeling about for what
 * it may do, then reading what it found.
 *
 * @param origin the intruder's
 * @param loot what is read in the end
 * @param others stores that are tried on the way
 */
record StolenKey(Seeds seeds, Machine victim, Origin origin, Store loot, List<Store> others, int on, double hour)
        implements Attack {
    private static final List<Operation> TRIED = List.of(
            looks(AwsWords.IAM, "ListUsers"),
            looks(AwsWords.IAM, "ListAttachedUserPolicies"),
            looks(AwsWords.IAM, "GetAccountAuthorizationDetails"),
            looks("secretsmanager.amazonaws.com", "ListSecrets"),
            looks(AwsWords.EC2, "DescribeInstances"),
            looks("organizations.amazonaws.com", "ListAccounts"));
    private static final int READS = 160;

    @Override
    public String name() {
        return "stolen key";
    }

    @Override
    public CloudAccount account() {
        return victim.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        if (day.number() != on) {
            return;
        }
        Words words = AwsWords.WORDS;
        Session session = new Session(account(), Caller.of(victim, seeds), origin, day.at(hour), random, calls);
        session.call(words.whoAmI()).pause(30).call(words.listStores());
        TRIED.forEach(operation -> session.pause(25).denied(operation));
        others.forEach(store -> session.pause(20).denied(words.listObjects(), store));
        session.pause(60).call(words.listObjects(), loot);
        for (int i = 0; i < READS; i++) {
            session.pause(6).read(words, loot);
        }
    }
}
