package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.log.Operation.looks;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Store;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The provider's own services, writing logs into the company's buckets every hour of the day. */
final class LogDelivery implements Habit {
    private static final Operation ASKS = looks(AwsWords.S3, "GetBucketAcl");
    private static final List<String> SERVICES =
            List.of("cloudtrail.amazonaws.com", "config.amazonaws.com", "logging.s3.amazonaws.com");

    private final Company company;
    private final CloudAccount account;
    private final List<Store> targets;

    LogDelivery(Company company, CloudAccount account) {
        this.company = company;
        this.account = account;
        this.targets = company.stores(account).stream()
                .filter(store -> store.is("access-logs") || store.is("audit-archive"))
                .toList();
    }

    @Override
    public String name() {
        return "log delivery";
    }

    @Override
    public CloudAccount account() {
        return account;
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        for (int hour = 0; hour < 24 && !targets.isEmpty(); hour++) {
            for (String service : SERVICES) {
                if (random.nextDouble() < company.parameters().activity()) {
                    deliver(service, day, hour, random, calls);
                }
            }
        }
    }

    private void deliver(String service, Day day, int hour, SplittableRandom random, Consumer<Call> calls) {
        Store target = targets.get(SERVICES.indexOf(service) % targets.size());
        Caller caller = new Caller.CloudService(service);
        new Session(
                        account,
                        caller,
                        new Origin(service, service),
                        day.at(hour + 0.9 * random.nextDouble()),
                        random,
                        calls)
                .call(ASKS, target)
                .pause(1)
                .write(AwsWords.WORDS, target);
    }
}
