package dev.plumbline.scanner.azure;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/**
 * Judges an answer by its status before the client reads its body. The client parses every error as Azure's XML, and
 * where a proxy answers in HTML it throws an exception that no longer knows the status.
 */
final class StatusFirst implements HttpPipelinePolicy {
    @Override
    public HttpPipelinePosition getPipelinePosition() {
        // Outside the sign-in, which answers a 401 by itself.
        return HttpPipelinePosition.PER_CALL;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return next.process().map(StatusFirst::judge);
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        return judge(next.processSync());
    }

    private static HttpResponse judge(HttpResponse response) {
        if (response.getStatusCode() < 400) {
            return response;
        }
        response.close();
        throw new HttpResponseException("HTTP %d".formatted(response.getStatusCode()), response);
    }
}
