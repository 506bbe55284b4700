package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.log.Operation.changes;
import static dev.plumbline.dashboards.demo.log.Operation.looks;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Company;
import dev.plumbline.dashboards.demo.company.Machine;
import dev.plumbline.dashboards.demo.company.Seeds;
import dev.plumbline.rules.resource.Cloud;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Takes a snapshot of every disk each evening and drops the oldest. */
final class Backups implements Habit {
    private static final double HOUR = 21.25;
    private static final int DISKS = 6;

    private final Company company;
    private final Machine machine;

    Backups(Company company, Machine machine) {
        this.company = company;
        this.machine = machine;
    }

    @Override
    public String name() {
        return machine.name();
    }

    @Override
    public CloudAccount account() {
        return machine.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        if (account().cloud() != Cloud.AWS) {
            return;
        }
        Seeds seeds = company.parameters().seeds();
        Origin origin =
                new Origin(machine.address(), AwsWords.WORDS.machineAgents().getFirst());
        Session session = new Session(account(), Caller.of(machine, seeds), origin, day.at(HOUR), random, calls);
        session.call(looks(AwsWords.EC2, "DescribeVolumes"));
        for (int disk = 0; disk < DISKS; disk++) {
            session.pause(4)
                    .call(
                            changes(AwsWords.EC2, "CreateSnapshot"),
                            Map.of("volumeId", "vol-0" + seeds.hex(16, account().id(), "volume", disk)));
            session.pause(4)
                    .call(
                            changes(AwsWords.EC2, "DeleteSnapshot"),
                            Map.of(
                                    "snapshotId",
                                    "snap-0" + seeds.hex(16, account().id(), disk, day.number())));
        }
        session.pause(20).call(looks(AwsWords.EC2, "DescribeSnapshots"));
    }
}
