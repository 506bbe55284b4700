package dev.plumbline.scanner.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Writes on every request of the tests which operation it is, so that {@link LoopbackAws} needs no table of routes for
 * the protocols that hide it in method and path. The SDK finds it by its file of global interceptors.
 */
public final class NamedOperations implements ExecutionInterceptor {
    static final String SERVICE = "Test-Service";
    static final String OPERATION = "Test-Operation";
    static final String REQUEST = "Test-Request";

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        Class<?> request = context.request().getClass();
        String[] packages = request.getPackageName().split("\\.", -1);
        return context.httpRequest().toBuilder()
                .putHeader(SERVICE, packages[packages.length - 2])
                .putHeader(OPERATION, attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))
                .putHeader(REQUEST, request.getName())
                .build();
    }
}
