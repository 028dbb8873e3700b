package io.github.cognitoconnector.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** What a test says to any Cognito, in few words. */
public record CognitoFixture(CognitoIdentityProviderClient sdk) {

    public static final String PASSWORD = "Correct-Horse-42";

    /** With credentials that nobody checks, in {@code eu-central-1}, without retries, so that every error is seen. */
    public static CognitoFixture of(URI endpoint) {
        return new CognitoFixture(CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build());
    }

    public String newPool(Consumer<CreateUserPoolRequest.Builder> settings) {
        return sdk.createUserPool(r -> settings.accept(r.poolName("pool")))
                .userPool()
                .id();
    }

    /** A suppressed creation with {@link #PASSWORD} as the temporary password. */
    public UserType newUser(String pool, String username, Consumer<AdminCreateUserRequest.Builder> more) {
        return sdk.adminCreateUser(r -> more.accept(r.userPoolId(pool)
                        .username(username)
                        .temporaryPassword(PASSWORD)
                        .messageAction(MessageActionType.SUPPRESS)))
                .user();
    }

    public static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    public static Map<String, String> toMap(Iterable<AttributeType> attributes) {
        Map<String, String> map = new HashMap<>();
        attributes.forEach(attribute -> map.put(attribute.name(), attribute.value()));
        return map;
    }

    public static String unique(String prefix) {
        return prefix + UUID.randomUUID();
    }

    /** The error of a call that must be refused, as code, colon, message. */
    public static String refusal(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        if (thrown instanceof TestAbortedException notAsked) {
            throw notAsked;
        }
        assertThat(thrown).as("refused").isInstanceOf(CognitoIdentityProviderException.class);
        AwsErrorDetails error = ((CognitoIdentityProviderException) thrown).awsErrorDetails();
        return error.errorCode() + ": " + error.errorMessage();
    }
}
