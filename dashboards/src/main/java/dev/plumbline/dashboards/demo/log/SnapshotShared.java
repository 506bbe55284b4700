package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.company.Json.list;
import static dev.plumbline.dashboards.demo.company.Json.object;
import static dev.plumbline.dashboards.demo.log.Operation.changes;
import static dev.plumbline.dashboards.demo.log.Operation.looks;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A database disk is copied to a snapshot, and the snapshot is shared with an account outside the company. */
record SnapshotShared(Seeds seeds, Person person, Origin origin, int on, double hour) implements Attack {
    @Override
    public String name() {
        return "snapshot shared out";
    }

    @Override
    public CloudAccount account() {
        return person.account();
    }

    @Override
    public void calls(Day day, SplittableRandom random, Consumer<Call> calls) {
        if (day.number() != on) {
            return;
        }
        String snapshot = "snap-0" + seeds.hex(16, "shared out");
        String outsider = seeds.digits(12, "outsider");
        new Session(account(), Caller.of(person, seeds), origin, day.at(hour), random, calls)
                .call(looks(AwsWords.EC2, "DescribeVolumes"))
                .pause(80)
                .call(
                        changes(AwsWords.EC2, "CreateSnapshot"),
                        object("volumeId", "vol-0" + seeds.hex(16, account().id(), "volume", 0)))
                .pause(200)
                .call(looks(AwsWords.EC2, "DescribeSnapshots"))
                .pause(30)
                .call(
                        changes(AwsWords.EC2, "ModifySnapshotAttribute"),
                        object(
                                "snapshotId",
                                snapshot,
                                "attributeType",
                                "CREATE_VOLUME_PERMISSION",
                                "createVolumePermission",
                                object("add", object("items", list(object("userId", outsider))))));
    }
}
