package dev.plumbline.scanner.aws;

import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Writes on every request of the tests which operation it is, so that {@link LoopbackAws} needs no table of routes for
 * the protocols that hide it in method and path, and which {@link FaultyRun} it belongs to. The SDK finds it by its
 * file of global interceptors.
 */
public final class NamedOperations implements ExecutionInterceptor {
    static final String SERVICE = "Test-Service";
    static final String OPERATION = "Test-Operation";
    static final String REQUEST = "Test-Request";
    static final String RUN = "Test-Run";

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        String api = service(context.request()) + ":" + operation(attributes);
        Optional<FaultyRun> run = FaultyRun.current();
        run.ifPresent(current -> current.asks(api));
        return run.filter(current -> current.leavesHanging(api)).isPresent()
                        && context.request() instanceof AwsRequest request
                ? impatient(request)
                : context.request();
    }

    private static SdkRequest impatient(AwsRequest request) {
        AwsRequestOverrideConfiguration patience = AwsRequestOverrideConfiguration.builder()
                .apiCallAttemptTimeout(FaultyRun.PATIENCE)
                .build();
        return request.toBuilder().overrideConfiguration(patience).build();
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest.Builder named = context.httpRequest().toBuilder()
                .putHeader(SERVICE, service(context.request()))
                .putHeader(OPERATION, operation(attributes))
                .putHeader(REQUEST, context.request().getClass().getName());
        FaultyRun.current().ifPresent(run -> named.putHeader(RUN, run.name()));
        return named.build();
    }

    private static String service(SdkRequest request) {
        String[] packages = request.getClass().getPackageName().split("\\.", -1);
        return packages[packages.length - 2];
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
