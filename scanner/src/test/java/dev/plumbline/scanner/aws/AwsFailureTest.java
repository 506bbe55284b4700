package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class AwsFailureTest {
    private static final AwsOperation LIST_KEYS = AwsServices.KMS.operation("ListKeys");

    @Test
    void aRequestThatTheTimerTookBackIsATimeout() {
        assertThat(AwsFailure.of(LIST_KEYS, new CancellationException()).code()).isEqualTo("Timeout");
    }

    @Test
    void anInterruptedReadingIsNoFailedAnswer() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> AwsFailure.of(LIST_KEYS, new CancellationException()))
                .isInstanceOf(CancellationException.class);

        assertThat(Thread.interrupted()).isTrue();
    }
}
