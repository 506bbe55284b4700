package dev.plumbline.scanner.aws;

import static dev.plumbline.scanner.aws.AwsServices.ACM;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.acm.model.CertificateDetail;
import software.amazon.awssdk.services.acm.model.CertificateSummary;
import software.amazon.awssdk.services.acm.model.KeyAlgorithm;
import software.amazon.awssdk.services.acm.model.ListCertificatesResponse;

/** Certificate Manager: certificates, how strong, how long, and who uses them. */
final class AcmTypes {
    private static final int PAGE = 1_000;

    private AcmTypes() {}

    static List<AwsType<?>> all() {
        return List.of(certificate());
    }

    private static AwsType<?> certificate() {
        return ACM.type("aws.acm.certificate")
                .list(
                        "ListCertificates",
                        // Unasked, it keeps all but the RSA keys of up to 2,048 bits to itself.
                        (acm, token) -> acm.listCertificates(
                                r -> r.includes(filters -> filters.keyTypes(KeyAlgorithm.knownValues()))
                                        .maxItems(PAGE)
                                        .nextToken(token)),
                        ListCertificatesResponse::nextToken,
                        ListCertificatesResponse::certificateSummaryList)
                .id(CertificateSummary::certificateArn)
                .name(CertificateSummary::domainName)
                // What else the listing tells has other shapes in the description.
                .members(certificate ->
                        Map.of("CertificateArn", certificate.certificateArn(), "DomainName", certificate.domainName()))
                .goneIf("ResourceNotFoundException")
                .describe(
                        "DescribeCertificate",
                        CertificateDetail::builder,
                        (acm, certificate) -> acm.describeCertificate(
                                        r -> r.certificateArn(certificate.certificateArn()))
                                .certificate())
                .ask(
                        "ListTagsForCertificate",
                        (acm, certificate) ->
                                acm.listTagsForCertificate(r -> r.certificateArn(certificate.certificateArn())))
                .tags()
                .build();
    }
}
