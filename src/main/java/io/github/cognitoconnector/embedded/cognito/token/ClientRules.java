package io.github.cognitoconnector.embedded.cognito.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Schema;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What users may do through an app client with their attributes and tokens.
 *
 * @param stated as CreateUserPoolClient or UpdateUserPoolClient stated it
 */
public record ClientRules(JsonNode stated) {

    private static final Set<String> VERIFICATIONS = Set.of("email_verified", "phone_number_verified");

    public static ClientRules of(AppClient client) {
        return new ClientRules(client.stated());
    }

    /** A client that states no {@code ReadAttributes} reads all, as Cognito's console says. */
    public boolean reads(String attribute) {
        return attribute.equals("sub") || mayAll("ReadAttributes") || names("ReadAttributes", attribute);
    }

    /**
     * Refuses attributes that the client may not write. Every client writes those that the schema requires; the marks of
     * verification are Cognito's alone.
     *
     * @throws Refusal {@code NotAuthorizedException}
     */
    public void checkWritable(Collection<String> attributes, Schema schema) {
        boolean all = mayAll("WriteAttributes");
        for (String attribute : attributes) {
            boolean writable = all
                    || names("WriteAttributes", attribute)
                    || schema.required().contains(attribute);
            if (!writable || VERIFICATIONS.contains(attribute)) {
                throw Refusal.notAuthorized("A client attempted to write unauthorized attribute");
            }
        }
    }

    /** Whether tokens say to which sign-in they belong, so that one sign-in can be ended alone. */
    public boolean revokesTokens() {
        return stated.path("EnableTokenRevocation").asBoolean(true);
    }

    public boolean rotatesRefreshTokens() {
        return rotation().path("Feature").asText().equals("ENABLED");
    }

    /** How long a refresh token is good after its first use. */
    Duration grace() {
        return Duration.ofSeconds(rotation().path("RetryGracePeriodSeconds").asLong(0));
    }

    private JsonNode rotation() {
        return stated.path("RefreshTokenRotation");
    }

    private boolean mayAll(String member) {
        return stated.path(member).isEmpty();
    }

    private boolean names(String member, String attribute) {
        return StreamSupport.stream(stated.path(member).spliterator(), false)
                .anyMatch(name -> name.asText().equals(attribute));
    }
}
