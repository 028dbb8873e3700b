package io.github.cognitoconnector.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class SignUpClientTest {

    /** Computed by {@code printf %s adaclient | openssl dgst -sha256 -hmac secret -binary | base64}. */
    @Test
    void theSecretHashIsTheDocumentedOne() {
        SignUpClient client = new SignUpClient("client", "secret", Set.of());
        assertThat(client.secretHash("ada")).isEqualTo("FEW6rzXVdy2RLJp0KqkU9A6/pxQBq5FgsxTWe/Ot+CI=");
        assertThat(new SignUpClient("client", null, Set.of()).secretHash("ada")).isNull();
    }

    @Test
    void theSecretIsNotInItsText() {
        assertThat(new SignUpClient("client", "secret", Set.of()).toString()).doesNotContain("secret");
    }

    @Test
    void aClientThatStatesNothingWritesAll() {
        assertThat(new SignUpClient("c", null, Set.of()).mayWrite("email")).isTrue();
        assertThat(new SignUpClient("c", null, Set.of("name")).mayWrite("email"))
                .isFalse();
    }
}
