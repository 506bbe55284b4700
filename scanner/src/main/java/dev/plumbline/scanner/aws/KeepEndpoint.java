package dev.plumbline.scanner.aws;

import java.net.URI;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends requests to the very host of an endpoint that was set. S3 Control puts the account id before the host, which
 * only AWS's own name servers can resolve; the id stands in a header as well.
 */
record KeepEndpoint(URI endpoint) implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder().host(endpoint.getHost()).build();
    }
}
