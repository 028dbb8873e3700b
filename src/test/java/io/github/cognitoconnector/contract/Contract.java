package io.github.cognitoconnector.contract;

import static io.github.cognitoconnector.contract.CognitoFixture.PASSWORD;

import java.time.Duration;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolClientRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolDomainRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CreateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** The Cognito under test, whichever it is; deletes at the end of the run what was made through it. */
public final class Contract implements CognitoUnderTest {

    private static final CleanUp CLEAN_UP = new CleanUp();
    private static final Once<String> PLAIN_POOL =
            new Once<>(() -> Witness.current().givenPool().orElseGet(() -> open().newPool()));
    private static final Once<String> PLAIN_CLIENT = new Once<>(() -> open().newPlainClient());

    private final CognitoFixture fixture;

    private Contract(CognitoFixture fixture) {
        this.fixture = fixture;
    }

    /** Starts the witness if nobody has so far. */
    public static Contract open() {
        return new Contract(Witness.current().fixture());
    }

    static CleanUp cleanUp() {
        return CLEAN_UP;
    }

    @Override
    public CognitoIdentityProviderClient sdk() {
        return fixture.sdk();
    }

    /** A pool without any settings that all cases share: take {@code unique} names, expect others'. */
    public String pool() {
        return PLAIN_POOL.get();
    }

    /** A public client of {@link #pool()} that allows sign-in with password and refresh token and hides who exists. */
    public String client() {
        return PLAIN_CLIENT.get();
    }

    private String newPlainClient() {
        return newClient(
                        pool(),
                        r -> r.explicitAuthFlowsWithStrings(
                                        "ALLOW_USER_PASSWORD_AUTH",
                                        "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                                        "ALLOW_REFRESH_TOKEN_AUTH")
                                .preventUserExistenceErrors("ENABLED"))
                .clientId();
    }

    /** A pool of this case alone; aborts the case on an endpoint that shall get no pools. */
    @Override
    public String newPool(Consumer<CreateUserPoolRequest.Builder> settings) {
        if (!Witness.current().createsPools()) {
            Assumptions.abort("needs a pool of its own, and " + EndpointWitness.CREATE_POOLS + " is not true");
        }
        String pool = fixture.newPool(settings);
        CLEAN_UP.later("pool " + pool, () -> sdk().deleteUserPool(r -> r.userPoolId(pool)));
        return pool;
    }

    @Override
    public UserPoolClientType newClient(String pool, Consumer<CreateUserPoolClientRequest.Builder> settings) {
        UserPoolClientType client = sdk().createUserPoolClient(
                        r -> settings.accept(r.userPoolId(pool).clientName("client")))
                .userPoolClient();
        CLEAN_UP.later(
                "client " + client.clientId(),
                () -> sdk().deleteUserPoolClient(r -> r.userPoolId(pool).clientId(client.clientId())));
        return client;
    }

    public void newDomain(String pool, String domain, Consumer<CreateUserPoolDomainRequest.Builder> settings) {
        sdk().createUserPoolDomain(r -> settings.accept(r.userPoolId(pool).domain(domain)));
        CLEAN_UP.later("domain " + domain, () -> {
            var there = sdk().describeUserPoolDomain(r -> r.domain(domain)).domainDescription();
            if (there.userPoolId() != null) {
                sdk().deleteUserPoolDomain(r -> r.userPoolId(pool).domain(domain));
            }
        });
    }

    @Override
    public UserType newUser(String pool, String username, AttributeType... attributes) {
        return newUser(pool, username, r -> r.userAttributes(attributes));
    }

    public UserType newUser(String pool, String username, Consumer<AdminCreateUserRequest.Builder> more) {
        UserType user = fixture.newUser(pool, username, more);
        CLEAN_UP.later(
                "user " + user.username(),
                () -> sdk().adminDeleteUser(r -> r.userPoolId(pool).username(user.username())));
        return user;
    }

    /** A user of {@link #pool()} in {@code CONFIRMED} with {@code PASSWORD}; returns the user name. */
    public String newConfirmedUser(AttributeType... attributes) {
        String username = CognitoFixture.unique("user");
        newUser(pool(), username, attributes);
        sdk().adminSetUserPassword(r ->
                r.userPoolId(pool()).username(username).password(PASSWORD).permanent(true));
        return username;
    }

    public String newGroup(String pool) {
        String name = CognitoFixture.unique("group");
        sdk().createGroup(r -> r.userPoolId(pool).groupName(name));
        CLEAN_UP.later(
                "group " + name, () -> sdk().deleteGroup(r -> r.userPoolId(pool).groupName(name)));
        return name;
    }

    /** An address that exists, of those that Amazon keeps for tests: a real Cognito would write to it. */
    public String mailbox() {
        return CognitoFixture.unique("success+") + "@simulator.amazonses.com";
    }

    /** Holds the assertion against a list, which may lag behind where Cognito is more than one machine (row 20). */
    public void soon(Runnable assertion) {
        Duration patience = Witness.current().patience();
        if (patience.isZero()) {
            assertion.run();
        } else {
            Awaitility.await().atMost(patience).untilAsserted(assertion::run);
        }
    }
}
