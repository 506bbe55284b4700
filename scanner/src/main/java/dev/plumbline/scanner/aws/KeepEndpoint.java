package dev.plumbline.scanner.aws;

import java.net.URI;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends requests to the very host of an endpoint that was set. S3 Control puts the account id before the host, which
 * only AWS's own name servers can resolve, and which makes no host at all of an address; the id stands in a header as
 * well.
 */
record KeepEndpoint(URI endpoint) implements ExecutionInterceptor {
    /** The endpoint with a name that takes a prefix in place of its host; it is never looked up. */
    URI prefixable() {
        return URI.create("%s://endpoint.invalid%s%s"
                .formatted(
                        endpoint.getScheme(),
                        endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort(),
                        endpoint.getRawPath()));
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().host(endpoint.getHost()).build();
    }
}
