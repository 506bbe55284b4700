package dev.plumbline.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.scanner.collect.Fanout;
import dev.plumbline.scanner.collect.PassingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CredentialPauseTest {
    private static final AwsOperation LIST_KEYS = AwsServices.KMS.operation("ListKeys");

    private final PassingTime time = new PassingTime();
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger polls = new AtomicInteger();

    @Test
    void whatWasAskedIsAskedAgainOnceTheCredentialsAreGood() {
        CredentialPause pause = pause(Duration.ofMinutes(15), () -> polls.incrementAndGet() == 4);

        String answer = pause.outlast(() -> {
            if (polls.get() < 4) {
                throw expired();
            }
            return "keys";
        });

        assertThat(answer).isEqualTo("keys");
        assertThat(notices).hasSize(2);
        assertThat(elapsed()).isEqualTo(Duration.ofSeconds(5 + 10 + 20 + 40));
    }

    @Test
    void allThatWaitAreToldByOne() {
        CredentialPause pause = pause(Duration.ofMinutes(15), () -> polls.incrementAndGet() == 1);
        List<Integer> answered = Collections.synchronizedList(new ArrayList<>());

        Fanout.forEach(
                IntStream.range(0, 50).boxed().toList(),
                50,
                number -> pause.outlast(() -> {
                    if (polls.get() == 0) {
                        throw expired();
                    }
                    return answered.add(number);
                }));

        assertThat(answered).hasSize(50);
        assertThat(polls).hasValue(1);
        assertThat(notices).hasSize(2);
    }

    @Test
    void patienceEndsOnceForAll() {
        CredentialPause pause = pause(Duration.ofMinutes(15), () -> false);

        assertThatThrownBy(() -> pause.outlast(CredentialPauseTest::neverAnswered))
                .isInstanceOf(AwsFailure.class);
        assertThatThrownBy(() -> pause.outlast(CredentialPauseTest::neverAnswered))
                .isInstanceOf(AwsFailure.class);

        assertThat(elapsed()).isEqualTo(Duration.ofMinutes(15));
        assertThat(notices)
                .hasSize(2)
                .last()
                .asString()
                .contains("is given up")
                .contains("the next scan goes on there");
    }

    @Test
    void withoutPatienceNobodyWaitsOrIsTold() {
        CredentialPause pause = pause(Duration.ZERO, () -> true);

        assertThatThrownBy(() -> pause.outlast(CredentialPauseTest::neverAnswered))
                .isInstanceOf(AwsFailure.class);

        assertThat(elapsed()).isZero();
        assertThat(notices).isEmpty();
    }

    @Test
    void aServiceThatCallsGoodCredentialsExpiredIsNotAskedForEver() {
        CredentialPause pause = pause(Duration.ofMinutes(15), () -> true);
        AtomicInteger asked = new AtomicInteger();

        assertThatThrownBy(() -> pause.outlast(() -> {
                    asked.incrementAndGet();
                    return neverAnswered();
                }))
                .isInstanceOf(AwsFailure.class);

        assertThat(asked).hasValue(4);
    }

    @Test
    void otherFailuresAreNotWaitedFor() {
        CredentialPause pause = pause(Duration.ofMinutes(15), () -> true);

        assertThatThrownBy(() -> pause.outlast(() -> {
                    throw new AwsFailure(LIST_KEYS, "AccessDenied", "");
                }))
                .hasMessageContaining("AccessDenied");

        assertThat(notices).isEmpty();
    }

    private static String neverAnswered() {
        throw expired();
    }

    private static AwsFailure expired() {
        return new AwsFailure(LIST_KEYS, "ExpiredTokenException", "");
    }

    private Duration elapsed() {
        return Duration.ofNanos(time.nanoTime() - new PassingTime().nanoTime());
    }

    private CredentialPause pause(Duration patience, BooleanSupplier valid) {
        return new CredentialPause("AWS account 111122223333", patience, time, notices::add, valid);
    }
}
