package io.github.cognitoconnector.embedded.cognito.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityTest {

    /** There may be a million users who set a password in a pool that remembers none. */
    @Test
    void nothingToRememberCostsNothing() {
        assertThat(Security.NONE.withFormerPasswords(List.of())).isSameAs(Security.NONE);
    }

    @Test
    void formerPasswordsAreKeptAndForgotten() {
        PasswordHash former = PasswordHash.of("owner", "password");
        Security remembering = Security.NONE.withFormerPasswords(List.of(former));

        assertThat(remembering.formerPasswords()).containsExactly(former);
        assertThat(remembering.withFormerPasswords(List.of()).formerPasswords()).isEmpty();
    }
}
