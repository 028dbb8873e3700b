package io.github.cognitoconnector.embedded.cognito.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One kind of question that a sign-in may have to answer on its way to tokens. */
interface ChallengeKind {

    /** As {@code ChallengeName} has it. */
    String name();

    /** Judges the answer; what comes back is the next question or the tokens. */
    ObjectNode accept(Attempt attempt, Responses responses);
}
