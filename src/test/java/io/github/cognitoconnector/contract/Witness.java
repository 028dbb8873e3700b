package io.github.cognitoconnector.contract;

import java.time.Duration;
import java.util.Optional;

/** A Cognito that the suite is run on; one for the whole JVM, started when it is first asked. */
sealed interface Witness extends AutoCloseable permits EmbeddedWitness, CognitoLocalWitness, EndpointWitness {

    /** The system property that names the witness; without it, and without a given endpoint, the embedded one. */
    String PROPERTY = "contract.witness";

    /** As in the name of its list of deviations. */
    String name();

    CognitoFixture fixture();

    /** The pool that plain cases shall use; empty for a fresh one. */
    default Optional<String> givenPool() {
        return Optional.empty();
    }

    /** Whether cases that need pools of their own may make them. */
    default boolean createsPools() {
        return true;
    }

    /** Starts it again if it has ended; asked before every case. */
    default void revive() {}

    /** How long its lists may lag behind. */
    default Duration patience() {
        return Duration.ZERO;
    }

    @Override
    void close();

    /**
     * The one that this run is about: a given endpoint first, since only somebody who means it gives one.
     *
     * @throws IllegalStateException if the witness does not start
     */
    static Witness current() {
        return Current.WITNESS;
    }

    /** Starts when first touched. */
    final class Current {
        private static final Witness WITNESS = choose();

        private Current() {}

        private static Witness choose() {
            if (System.getenv(EndpointWitness.ENDPOINT) != null) {
                return EndpointWitness.fromEnvironment();
            }
            String name = System.getProperty(PROPERTY, EmbeddedWitness.NAME);
            return switch (name) {
                case EmbeddedWitness.NAME -> EmbeddedWitness.start();
                case CognitoLocalWitness.NAME -> CognitoLocalWitness.start();
                default -> throw new IllegalStateException("No such witness: " + name);
            };
        }
    }
}
