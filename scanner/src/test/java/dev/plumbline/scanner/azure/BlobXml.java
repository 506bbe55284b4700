package dev.plumbline.scanner.azure;

import dev.plumbline.scanner.collect.LoopbackProvider.Answer;
import java.util.Map;

/** Azure Blob Storage's answers on the wire. */
final class BlobXml {
    private BlobXml() {}

    static Answer containers(String nextMarker, String... containers) {
        return ok("""
                <?xml version="1.0" encoding="utf-8"?>
                <EnumerationResults ServiceEndpoint="http://127.0.0.1/acct">
                  <Containers>%s</Containers><NextMarker>%s</NextMarker>
                </EnumerationResults>""".formatted(String.join("", containers), nextMarker));
    }

    /** @param more further members of {@code Properties}, such as {@code <PublicAccess>blob</PublicAccess>} */
    static String container(String name, String more) {
        return """
                <Container><Name>%s</Name><Properties>
                  <Last-Modified>Sat, 21 Nov 2026 10:00:00 GMT</Last-Modified><Etag>"0x8DE"</Etag>
                  <LeaseStatus>unlocked</LeaseStatus><LeaseState>available</LeaseState>%s
                </Properties><Metadata><owner>billing</owner></Metadata></Container>""".formatted(name, more);
    }

    static Answer signedIdentifiers(String identifiers) {
        return ok("""
                <?xml version="1.0" encoding="utf-8"?><SignedIdentifiers>%s</SignedIdentifiers>""".formatted(identifiers));
    }

    static Answer error(int status, String code) {
        return new Answer.Body(
                status, """
                <?xml version="1.0" encoding="utf-8"?><Error><Code>%s</Code><Message>No.
                RequestId:1</Message></Error>""".formatted(code), Map.of("Content-Type", "application/xml", "x-ms-error-code", code));
    }

    static Answer ok(String xml) {
        return Answer.of(200, xml, Map.of("Content-Type", "application/xml"));
    }
}
