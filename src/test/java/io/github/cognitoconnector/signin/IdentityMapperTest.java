package io.github.cognitoconnector.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.testing.Refusals;
import io.github.cognitoconnector.user.User;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityMapperTest {

    /** As Amazon Cognito writes it, and as its guide shows it. */
    @ParameterizedTest
    @ValueSource(strings = {"""
        [{"userId": "1", "providerName": "Google", "providerType": "Google", "issuer": null, "primary": true,
          "dateCreated": 1642699117273}]""", """
        [{"userId": "1", "providerName": "Google", "providerType": "Google", "issuer": null, "primary": "true",
          "dateCreated": "1642699117273"}]"""})
    void readsTextsAndOtherValues(String attribute) {
        assertThat(IdentityMapper.identities(user(attribute)))
                .containsExactly(new LinkedIdentity(
                        "Google", "Google", null, "1", true, Instant.parse("2022-01-20T17:18:37.273Z")));
    }

    @Test
    void readsWhatIsLeftOut() {
        assertThat(IdentityMapper.identities(user("[{\"userId\": \"1\", \"providerName\": \"Google\"}]")))
                .containsExactly(new LinkedIdentity("Google", null, null, "1", false, null));
        assertThat(IdentityMapper.identities(user(""))).isEmpty();
        assertThat(IdentityMapper.identities(user("[]"))).isEmpty();
        assertThat(IdentityMapper.identities(
                        new User("ada", "5f0c", "CONFIRMED", true, Map.of(), Instant.EPOCH, Instant.EPOCH, null)))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadIsCognitosFault() {
        ProblemException refusal = Refusals.refusal(() -> IdentityMapper.identities(user("[{ada@example.com")));
        assertThat(refusal.type()).isEqualTo(ProblemType.UPSTREAM_FAILED);
        assertThat(refusal.detail()).doesNotContain("ada");
    }

    @Test
    void namesNobodyInWords() {
        assertThat(IdentityMapper.identities(user("[{\"userId\": \"ada@example.com\", \"providerName\": \"Google\"}]")))
                .asString()
                .doesNotContain("ada");
        assertThat(new LinkIdentityRequest("ada@example.com", "email"))
                .asString()
                .doesNotContain("ada");
        assertThat(new ProviderUser("Google", "email", "ada@example.com"))
                .asString()
                .doesNotContain("ada");
    }

    private static User user(String identities) {
        return new User(
                "ada", "5f0c", "CONFIRMED", true, Map.of("identities", identities), Instant.EPOCH, Instant.EPOCH, null);
    }
}
