package dev.plumbline.scanner.aws;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

/**
 * Which services are in which regions. The SDK's list is right in what it names, but regions and services are younger
 * than it; for what it does not name the host name decides, for AWS has none where it has no service.
 *
 * @param hostExists whether a name can be looked up
 */
record AwsOffers(Predicate<String> hostExists) {
    static AwsOffers byNameServer() {
        return new AwsOffers(AwsOffers::lookedUp);
    }

    boolean offered(AwsService<?> service, String region) {
        Region asked = Region.of(region);
        ServiceMetadata metadata = ServiceMetadata.of(service.endpoint());
        return service.global()
                || metadata.regions().contains(asked)
                || hostExists.test(metadata.endpointFor(asked).toString())
                // Behind a proxy no name may be known here, not even one that surely is: then only asking tells.
                || !hostExists.test(
                        ServiceMetadata.of("sts").endpointFor(Region.US_EAST_1).toString());
    }

    private static boolean lookedUp(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
