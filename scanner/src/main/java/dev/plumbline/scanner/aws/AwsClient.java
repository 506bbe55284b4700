package dev.plumbline.scanner.aws;

import dev.plumbline.scanner.collect.RequestBudget;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** One service in one region: the SDK's client and the budget that its requests keep to. Thread-safe. */
record AwsClient<C>(C client, RequestBudget budget, Optional<CredentialPause> pause) {
    /** The same, waiting for expired credentials to be refreshed. */
    AwsClient<C> outlasting(CredentialPause newPause) {
        return new AwsClient<>(client, budget, Optional.of(newPause));
    }

    /**
     * Asks one question, with retries, and waits for its answer.
     *
     * @param request makes one call of {@code operation} and may turn its answer into something else
     * @throws AwsFailure if there was no answer, or none that can be used
     * @throws CancellationException if the calling thread was interrupted
     */
    <R> R call(AwsOperation operation, Function<C, R> request) {
        return pause.isPresent()
                ? pause.get().outlast(() -> callOnce(operation, request))
                : callOnce(operation, request);
    }

    /** Nothing is occupied while expired credentials are waited for. */
    private <R> R callOnce(AwsOperation operation, Function<C, R> request) {
        try (RequestBudget.Slot slot = budget.occupy()) {
            return request.apply(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("reading was interrupted");
        } catch (RuntimeException e) {
            throw AwsFailure.of(operation, e);
        }
    }
}
