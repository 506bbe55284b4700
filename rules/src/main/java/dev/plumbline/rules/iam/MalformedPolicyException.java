package dev.plumbline.rules.iam;

/** A policy document that is not as AWS's grammar says; it grants nothing we could know of, so it is not assessed. */
public final class MalformedPolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MalformedPolicyException(String message) {
        super("the policy document cannot be read: " + message);
    }
}
