package dev.plumbline.dashboards.demo.log;

import dev.plumbline.dashboards.demo.company.CloudAccount;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;

/**
 * One record of CloudTrail.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">contents</a>
 */
final class CloudTrailRecord {
    /** Services without regions answer in this one. */
    private static final String GLOBAL_REGION = "us-east-1";

    private static final Set<String> GLOBAL_SERVICES = Set.of("iam.amazonaws.com", "organizations.amazonaws.com");

    private CloudTrailRecord() {}

    static String regionOf(Call call) {
        return GLOBAL_SERVICES.contains(call.operation().service())
                ? GLOBAL_REGION
                : call.account().region();
    }

    static void write(NativeJson json, Call call) throws IOException {
        Operation operation = call.operation();
        json.open().put("eventVersion", "1.11");
        identity(json, call);
        json.put("eventTime", call.time().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("eventSource", operation.service())
                .put("eventName", operation.name())
                .put("awsRegion", regionOf(call))
                .put("sourceIPAddress", call.origin().address())
                .put("userAgent", call.origin().agent());
        if (call.denied()) {
            error(json, call);
        }
        request(json, call);
        json.nothing("responseElements");
        if (operation.data()) {
            transfer(json, call);
        }
        json.put("requestID", requestId(call))
                .put("eventID", call.id().toString())
                .put("readOnly", operation.readOnly());
        if (operation.data()) {
            resources(json, call);
        }
        json.put("eventType", "AwsApiCall")
                .put("managementEvent", !operation.data())
                .put("recipientAccountId", call.account().id())
                .put("eventCategory", operation.data() ? "Data" : "Management")
                .close();
    }

    private static void identity(NativeJson json, Call call) throws IOException {
        json.open("userIdentity");
        switch (call.caller()) {
            case Caller.IamUser user -> user(json, user, call);
            case Caller.AssumedRole role -> role(json, role, call);
            case Caller.CloudService service -> json.put("type", "AWSService").put("invokedBy", service.name());
            case Caller.GoogleAccount google -> throw notHere(google);
            case Caller.EntraIdentity entra -> throw notHere(entra);
        }
        json.close();
    }

    private static IllegalStateException notHere(Caller caller) {
        return new IllegalStateException("%s does not call AWS".formatted(caller));
    }

    private static void user(NativeJson json, Caller.IamUser user, Call call) throws IOException {
        String account = user.account().id();
        json.put("type", "IAMUser")
                .put("principalId", user.id())
                .put("arn", "arn:aws:iam::" + account + ":user/" + user.name())
                .put("accountId", account)
                .put("accessKeyId", user.key())
                .put("userName", user.name());
        if (user.signedIn()) {
            json.open("sessionContext");
            session(json, call, true);
            json.close();
        }
    }

    private static void role(NativeJson json, Caller.AssumedRole role, Call call) throws IOException {
        String account = role.account().id();
        json.put("type", "AssumedRole")
                .put("principalId", role.id() + ":" + role.session())
                .put("arn", "arn:aws:sts::" + account + ":assumed-role/" + role.name() + "/" + role.session())
                .put("accountId", account)
                .put("accessKeyId", role.key())
                .open("sessionContext")
                .open("sessionIssuer")
                .put("type", "Role")
                .put("principalId", role.id())
                .put("arn", "arn:aws:iam::" + account + ":role/" + role.name())
                .put("accountId", account)
                .put("userName", role.name())
                .close();
        session(json, call, false);
        json.close();
    }

    private static void session(NativeJson json, Call call, boolean secondFactor) throws IOException {
        json.open("attributes")
                .put("creationDate", call.time().truncatedTo(ChronoUnit.HOURS).toString())
                .put("mfaAuthenticated", String.valueOf(secondFactor))
                .close();
    }

    private static void error(NativeJson json, Call call) throws IOException {
        boolean ec2 = call.operation().service().equals(AwsWords.EC2);
        json.put("errorCode", ec2 ? "Client.UnauthorizedOperation" : "AccessDenied")
                .put(
                        "errorMessage",
                        "User is not authorized to perform: %s"
                                .formatted(call.operation().name()));
    }

    private static void request(NativeJson json, Call call) throws IOException {
        Call.Target target = call.target();
        if (target.store().isEmpty() && target.parameters().isEmpty()) {
            json.nothing("requestParameters");
            return;
        }
        json.open("requestParameters");
        if (!target.store().isEmpty()) {
            json.put("bucketName", target.store())
                    .put("Host", target.store() + ".s3." + call.account().region() + ".amazonaws.com");
        }
        if (!target.object().isEmpty()) {
            json.put("key", target.object());
        }
        json.members(target.parameters()).close();
    }

    private static void transfer(NativeJson json, Call call) throws IOException {
        json.open("additionalEventData")
                .put("SignatureVersion", "SigV4")
                .put("CipherSuite", "TLS_AES_128_GCM_SHA256")
                .put("bytesTransferredIn", 0)
                .put("AuthenticationMethod", "AuthHeader")
                .put("bytesTransferredOut", call.denied() ? 0 : call.target().bytes())
                .close();
    }

    private static void resources(NativeJson json, Call call) throws IOException {
        CloudAccount account = call.account();
        String bucket = "arn:aws:s3:::" + call.target().store();
        json.openList("resources");
        if (!call.target().object().isEmpty()) {
            json.open()
                    .put("type", "AWS::S3::Object")
                    .put("ARN", bucket + "/" + call.target().object())
                    .close();
        }
        json.open()
                .put("accountId", account.id())
                .put("type", "AWS::S3::Bucket")
                .put("ARN", bucket)
                .close()
                .closeList();
    }

    private static String requestId(Call call) {
        long bits = call.id().getLeastSignificantBits() * 31 + call.id().getMostSignificantBits();
        return Long.toHexString(bits).toUpperCase(Locale.ROOT);
    }
}
