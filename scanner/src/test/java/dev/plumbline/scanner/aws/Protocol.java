package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.aws.LoopbackAws.Answer;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** How a service speaks: the shape of its answers and errors on the wire. */
enum Protocol {
    QUERY,
    EC2,
    S3,
    XML,
    JSON,
    CBOR;

    private static final Set<String> REST_XML = Set.of("s3control", "cloudfront");

    static Protocol of(String service, String contentType) {
        if (contentType.contains("cbor")) {
            return CBOR;
        }
        return switch (service) {
            case "s3" -> S3;
            case "ec2" -> EC2;
            default -> REST_XML.contains(service) ? XML : contentType.contains("form-urlencoded") ? QUERY : JSON;
        };
    }

    /** An answer of the SDK's model as the service would send it. */
    Answer answer(String operation, SdkPojo response) {
        return switch (this) {
            case QUERY ->
                Answer.ok("<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
                        .formatted(operation, WireXml.members(response, "member")));
            case EC2 ->
                Answer.ok("<%1$sResponse>%2$s</%1$sResponse>".formatted(operation, WireXml.members(response, "item")));
            case S3, XML -> Answer.ok(WireXml.document(operation + "Result", response));
            case JSON -> Answer.ok(WireJson.document(response));
            case CBOR -> Answer.ok(WireJson.document(response)).inCbor();
        };
    }

    Answer error(int status, String code) {
        String error = "<Error><Code>%1$s</Code><Message>said %1$s</Message></Error>".formatted(code);
        return switch (this) {
            case S3 -> new Answer(status, Map.of(), error, false);
            case QUERY, XML ->
                new Answer(status, Map.of(), "<ErrorResponse>%s</ErrorResponse>".formatted(error), false);
            case EC2 ->
                new Answer(status, Map.of(), "<Response><Errors>%s</Errors></Response>".formatted(error), false);
            case JSON, CBOR ->
                new Answer(
                        status,
                        Map.of("x-amzn-ErrorType", code),
                        "{\"__type\":\"%1$s\",\"message\":\"said %1$s\"}".formatted(code),
                        false);
        };
    }
}
