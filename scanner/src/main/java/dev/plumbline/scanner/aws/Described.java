package dev.plumbline.scanner.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** What was answered when a batch of things was described, or why nothing was. */
record Described<T>(Description<T> description, Map<String, ? extends SdkPojo> answers, Optional<AwsFailure> failure) {
    static <T> Described<T> ask(Description<T> description, Reading reading, List<T> batch) {
        try {
            return new Described<>(description, description.call().apply(reading, batch), Optional.empty());
        } catch (AwsFailure failure) {
            return new Described<>(description, Map.of(), Optional.of(failure));
        }
    }

    /** Puts what is known of a thing; each member that its description would have told is else unread by itself. */
    void putInto(Answers known, T thing) {
        String key = description.key().apply(thing);
        SdkPojo answer = answers.get(key);
        if (answer != null) {
            spread(known, answer);
        } else {
            known.unreadMembers(
                    description.shape(),
                    failure.orElseGet(() -> new AwsFailure(
                            description.operation(), "NotListed", "%s is not in its answer".formatted(key))));
        }
    }

    private void spread(Answers known, SdkPojo answer) {
        try {
            known.spread(AwsJson.tree(answer));
        } catch (IllegalArgumentException e) {
            // Such as a policy in it that is no JSON.
            known.unreadMembers(description.shape(), AwsFailure.of(description.operation(), e));
        }
    }
}
