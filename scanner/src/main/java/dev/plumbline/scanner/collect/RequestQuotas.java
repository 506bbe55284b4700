package dev.plumbline.scanner.collect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.rules.resource.Cloud;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The quotas that providers publish, from the one data file {@code request-quotas.json}. */
public final class RequestQuotas {
    private static final String FILE = "request-quotas.json";
    /** Production shares the quota: a scan takes at most this part. */
    private static final double SHARE = 0.5;
    /** Where nothing is published. */
    private static final double UNPUBLISHED = 50;

    private final List<Quota> quotas;

    RequestQuotas(List<Quota> quotas) {
        this.quotas = List.copyOf(quotas);
    }

    public static RequestQuotas published() {
        try (InputStream in = RequestQuotas.class.getResourceAsStream(FILE)) {
            return new RequestQuotas(new ObjectMapper().readValue(in, new TypeReference<List<Quota>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s from our own archive".formatted(FILE), e);
        }
    }

    /** Half of what is published for the service, 50 where nothing is. */
    public double requestsPerSecond(Cloud cloud, String service) {
        return quotas.stream()
                .filter(quota ->
                        quota.cloud().equals(cloud.key()) && quota.service().equals(service))
                .findFirst()
                .map(quota -> quota.requestsPerSecond() * SHARE)
                .orElse(UNPUBLISHED);
    }

    List<Quota> quotas() {
        return quotas;
    }

    /**
     * @param requestsPerSecond what the provider allows for the tightest operation that our collectors call
     * @param of which operation or family that is
     * @param source the provider's page
     */
    record Quota(String cloud, String service, double requestsPerSecond, String of, String source) {}
}
