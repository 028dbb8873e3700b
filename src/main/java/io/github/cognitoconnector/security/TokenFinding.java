package io.github.cognitoconnector.security;

import java.util.List;

/** What there is to a token that a request is about. */
public sealed interface TokenFinding {

    /**
     * It verifies, and is a person's.
     *
     * @param groups his Cognito groups when it was issued
     * @param ended whether he was disabled, signed out or deleted through this API since then
     */
    record OfPerson(String username, List<String> groups, boolean ended) implements TokenFinding {

        @Override
        public String toString() {
            return "OfPerson[…]";
        }
    }

    /** It says nothing of a person who uses the app. */
    record Refused(Flaw flaw) implements TokenFinding {}

    /** Why a token says nothing, in the order of the checks. */
    enum Flaw {
        /** No id or access token, or one whose signature is not by a key of its issuer, or one from the future. */
        INVALID,
        /** Not of the app's user pool, whatever pool it is of. */
        OTHER_POOL,
        /** Of a client that is none of the app's. */
        OTHER_CLIENT,
        EXPIRED,
        /** Of a client that acts for itself. */
        NO_PERSON
    }
}
