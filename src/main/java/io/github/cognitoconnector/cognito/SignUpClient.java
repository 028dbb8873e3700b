package io.github.cognitoconnector.cognito;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/**
 * An app client through which people sign themselves up. Its secret is nowhere but here.
 *
 * @param writable names of the attributes that may be set through it; empty for all that are not Cognito's own
 */
public record SignUpClient(String id, @Nullable String secret, Set<String> writable) {

    private static final String ALGORITHM = "HmacSHA256";

    static SignUpClient of(UserPoolClientType client) {
        return new SignUpClient(client.clientId(), client.clientSecret(), Set.copyOf(client.writeAttributes()));
    }

    public boolean hasSecret() {
        return secret != null;
    }

    /** A client that names no attributes may write the standard ones. */
    public boolean mayWrite(String attribute) {
        return writable.isEmpty() ? !attribute.startsWith("custom:") : writable.contains(attribute);
    }

    /**
     * The proof that Cognito asks of a client with a secret; null for one without.
     *
     * @see <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash">Computing
     *     secret hash values</a>
     */
    public @Nullable String secretHash(String username) {
        if (secret == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal((username + id).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SignUpClient[" + id + "]";
    }
}
