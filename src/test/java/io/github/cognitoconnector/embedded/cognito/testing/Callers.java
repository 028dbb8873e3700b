package io.github.cognitoconnector.embedded.cognito.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The SDK with the keys of this and that caller, without retries, in {@code us-east-1}. */
public final class Callers {

    public static final String ACCOUNT = "123456789012";
    public static final String ROLE = "arn:aws:iam::123456789012:role/app/directory";
    public static final String SESSION_ARN = "arn:aws:sts::123456789012:assumed-role/directory/connector";
    public static final AwsCredentials KNOWN = AwsBasicCredentials.create("AKIAKNOWN", "known/secret+of=somebody");

    private final TestCognito cognito;

    public Callers(TestCognito cognito) {
        this.cognito = cognito;
    }

    /** Registers {@link #KNOWN} and what else is said; the members of the body, without the braces. */
    public void register(String key, String... more) {
        String members = more.length == 0 ? "" : "," + String.join(",", more);
        cognito.put(
                "identities",
                "{\"keys\":[{\"accessKeyId\":\"AKIAKNOWN\",\"secretAccessKey\":\"known/secret+of=somebody\","
                        + "\"account\":\"" + ACCOUNT + "\"" + key + "}]" + members + "}");
    }

    /** Registers {@link #ROLE} alone, with these members besides its ARN. */
    public void registerRole(String members) {
        cognito.put("identities", "{\"roles\":[{\"arn\":\"" + ROLE + "\"" + members + "}]}");
    }

    /** The SDK takes over the time of a server that refuses its signature, for all clients there will be. */
    public void reset() {
        cognito.reset();
        SdkGlobalTime.setGlobalTimeOffset(0);
    }

    public StsClient sts(AwsCredentials credentials) {
        return sts(credentials, AwsRetryStrategy.doNotRetry());
    }

    public StsClient sts(AwsCredentials credentials, RetryStrategy retries) {
        return StsClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofSeconds(2)))
                .overrideConfiguration(config -> config.retryStrategy(retries))
                .build();
    }

    public CognitoIdentityProviderClient cognito(AwsCredentials credentials) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private URI endpoint() {
        return cognito.server().endpoint();
    }

    /** A session of {@link #ROLE}, assumed with {@link #KNOWN}. */
    public AwsSessionCredentials session(Consumer<AssumeRoleRequest.Builder> more) {
        try (StsClient sts = sts(KNOWN)) {
            return session(sts.assumeRole(request(more)).credentials());
        }
    }

    public static AwsSessionCredentials session(Credentials credentials) {
        return AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }

    public static AssumeRoleRequest request(Consumer<AssumeRoleRequest.Builder> more) {
        AssumeRoleRequest.Builder request =
                AssumeRoleRequest.builder().roleArn(ROLE).roleSessionName("connector");
        more.accept(request);
        return request.build();
    }

    /** The error of a call that must be refused, as status, code, message. */
    public static String refusal(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(AwsServiceException.class);
        AwsServiceException refused = (AwsServiceException) thrown;
        return refused.statusCode() + " " + refused.awsErrorDetails().errorCode() + ": "
                + refused.awsErrorDetails().errorMessage();
    }

    /** What reading the demo user is refused with. */
    public String refusalOfReading(AwsCredentials credentials, String pool) {
        try (CognitoIdentityProviderClient sdk = cognito(credentials)) {
            return refusal(() -> sdk.adminGetUser(r -> r.userPoolId(pool).username("ada")));
        }
    }

    /** Reads the demo user, which must work. */
    public void read(AwsCredentials credentials) {
        try (CognitoIdentityProviderClient sdk = cognito(credentials)) {
            assertThat(sdk.adminGetUser(r -> r.userPoolId(TestCognito.DEMO).username("ada"))
                            .username())
                    .isEqualTo("ada");
        }
    }

    /** A policy with one statement. */
    public static String policy(String effect, String action, String resource) {
        ObjectNode policy = Json.object().put("Version", "2012-10-17");
        policy.putArray("Statement")
                .addObject()
                .put("Effect", effect)
                .put("Action", action)
                .put("Resource", resource);
        return Json.write(policy);
    }
}
