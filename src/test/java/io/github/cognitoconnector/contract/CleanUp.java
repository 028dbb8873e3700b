package io.github.cognitoconnector.contract;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/** What the suite has made and has to delete at its end, newest first. */
final class CleanUp {

    private record Step(String what, Runnable delete) {}

    /** Gone already, or no such operation on this witness. */
    private static final Set<String> FINE = Set.of(
            "UserNotFoundException",
            "ResourceNotFoundException",
            "OperationNotEnabledException",
            "UnknownOperationException",
            "UnsupportedOperationException");

    private final Deque<Step> steps = new ConcurrentLinkedDeque<>();

    void later(String what, Runnable delete) {
        steps.push(new Step(what, delete));
    }

    /** Deletes all it can and returns what it had to leave behind, in words. */
    List<String> run() {
        List<String> left = new ArrayList<>();
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            try {
                step.delete().run();
            } catch (SdkException e) {
                if (!isFine(e)) {
                    left.add(step.what() + ": " + e.getMessage());
                }
            }
        }
        return left;
    }

    private static boolean isFine(SdkException e) {
        return e instanceof CognitoIdentityProviderException refused
                && FINE.contains(refused.awsErrorDetails().errorCode());
    }
}
