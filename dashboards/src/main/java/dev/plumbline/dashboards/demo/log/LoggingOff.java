package dev.plumbline.dashboards.demo.log;

import static dev.plumbline.dashboards.demo.company.Json.object;
import static dev.plumbline.dashboards.demo.log.Operation.changes;
import static dev.plumbline.dashboards.demo.log.Operation.looks;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import dev.plumbline.dashboards.demo.company.Person;
import dev.plumbline.dashboards.demo.company.Seeds;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Somebody looks which trails there are, stops the one that records data, deletes another, and drops the flow logs. */
record LoggingOff(Seeds seeds, Person person, Origin origin, int on, double hour) implements Attack {
    @Override
    public String name() {
        return "logging switched off";
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
        String trails = "arn:aws:cloudtrail:%s:%s:trail/"
                .formatted(account().region(), account().id());
        new Session(account(), Caller.of(person, seeds), origin, day.at(hour), random, calls)
                .call(AwsWords.WORDS.whoAmI())
                .pause(30)
                .call(looks(AwsWords.CLOUDTRAIL, "DescribeTrails"))
                .pause(20)
                .call(looks(AwsWords.CLOUDTRAIL, "GetTrailStatus"), object("name", trails + "data-events"))
                .pause(45)
                .call(changes(AwsWords.CLOUDTRAIL, "StopLogging"), object("name", trails + "data-events"))
                .pause(60)
                .call(changes(AwsWords.CLOUDTRAIL, "DeleteTrail"), object("name", trails + "management-copy"))
                .pause(60)
                .call(
                        changes(AwsWords.EC2, "DeleteFlowLogs"),
                        object("DeleteFlowLogsRequest", object("FlowLogId", "fl-0" + seeds.hex(16, "flow log"))));
    }
}
