package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.cognito.PoolSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a user pool is set up for, as far as it can hurt.
 *
 * @param mfa {@code OFF}, {@code OPTIONAL} or {@code ON}
 * @param recovery what people recover their accounts by, in their order; empty where the pool leaves it to Cognito
 * @param autoVerified addresses that Cognito has confirmed by a code when people sign up
 * @param verifiedBeforeUpdate addresses that change only once the new one is confirmed
 * @param selfSignUp whether anybody can sign up
 * @param deviceChallenge whether devices are tracked, and then whether a remembered one takes the place of a second factor
 * @param cognitoSends whether mails go out by Cognito's own address
 */
record PoolFacts(
        PoolSettings settings,
        boolean deletionProtection,
        String mfa,
        Optional<List<String>> recovery,
        Set<String> autoVerified,
        Set<String> verifiedBeforeUpdate,
        boolean selfSignUp,
        Optional<Boolean> deviceChallenge,
        boolean cognitoSends) {}
