package io.github.cognitoconnector.embedded.cognito.pool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.pool.PoolSettings.PoolIdentity;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.util.List;

/** Pools as Cognito shows them: what was stated, and the defaults of what was not. */
final class PoolDescription {

    private PoolDescription() {}

    static ObjectNode full(PoolSettings settings, int users) {
        PoolIdentity identity = settings.identity();
        ObjectNode pool = settings.stated().deepCopy();
        pool.put("Id", identity.id()).put("Name", identity.name()).put("EstimatedNumberOfUsers", users);
        pool.put("Arn", identity.arn());
        pool.put("CreationDate", Json.time(identity.createdAt()));
        pool.put("LastModifiedDate", Json.time(settings.modifiedAt()));
        pool.put("MfaConfiguration", settings.mfa().mode().name());
        pool.put("UserPoolTier", settings.tier());
        pool.set("SchemaAttributes", settings.schema().describe());
        pool.withObject("/Policies").set("PasswordPolicy", settings.policy().describe());
        pool.withObject("/UsernameConfiguration")
                .put("CaseSensitive", settings.signIn().caseSensitive());
        addDefaults(pool, settings);
        return pool;
    }

    private static void addDefaults(ObjectNode pool, PoolSettings settings) {
        putIfAbsent(pool, "DeletionProtection", "INACTIVE");
        putIfAbsent(pool.withObject("/EmailConfiguration"), "EmailSendingAccount", "COGNITO_DEFAULT");
        putIfAbsent(pool.withObject("/VerificationMessageTemplate"), "DefaultEmailOption", "CONFIRM_WITH_CODE");
        pool.withObject("/LambdaConfig");
        pool.withObject("/UserPoolTags");
        ObjectNode users = pool.withObject("/AdminCreateUserConfig");
        users.put("UnusedAccountValidityDays", settings.policy().temporaryDays());
        users.put(
                "AllowAdminCreateUserOnly",
                users.path("AllowAdminCreateUserOnly").asBoolean(false));
        ObjectNode signIn = pool.withObject("/Policies/SignInPolicy");
        if (!signIn.has("AllowedFirstAuthFactors")) {
            signIn.set("AllowedFirstAuthFactors", Json.array(List.of("PASSWORD")));
        }
    }

    private static void putIfAbsent(ObjectNode parent, String name, String value) {
        if (!parent.has(name)) {
            parent.put(name, value);
        }
    }

    static ObjectNode summary(PoolSettings settings) {
        PoolIdentity identity = settings.identity();
        ObjectNode pool = Json.object()
                .put("Id", identity.id())
                .put("Name", identity.name())
                .put("CreationDate", Json.time(identity.createdAt()))
                .put("LastModifiedDate", Json.time(settings.modifiedAt()));
        pool.withObject("/LambdaConfig").setAll(settings.stated().deepCopy().withObject("/LambdaConfig"));
        return pool;
    }
}
