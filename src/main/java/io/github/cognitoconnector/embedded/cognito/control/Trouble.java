package io.github.cognitoconnector.embedded.cognito.control;

/** What the {@link Guard} asks and counts. */
public record Trouble(Quotas quotas, Faults faults, Stats stats) {

    public static Trouble none() {
        return new Trouble(new Quotas(), new Faults(), new Stats());
    }
}
