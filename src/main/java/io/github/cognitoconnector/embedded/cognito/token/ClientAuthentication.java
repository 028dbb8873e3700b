package io.github.cognitoconnector.embedded.cognito.token;

import io.github.cognitoconnector.embedded.cognito.http.Form;
import io.github.cognitoconnector.embedded.cognito.http.Request;
import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.Pools;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Who calls the token endpoint: HTTP Basic, or id and secret in the form, or the id alone of a client without secret. */
final class ClientAuthentication {

    private static final String BASIC = "basic ";

    private final Pools pools;

    ClientAuthentication(Pools pools) {
        this.pools = pools;
    }

    private record Claim(String id, String secret) {

        /** Leaves the secret out. */
        @Override
        public String toString() {
            return "Claim[" + id + "]";
        }
    }

    /**
     * Whether the header and the form say who it is in different ways: RFC 6749, section 2.3, forbids more than one proof
     * in a request. The client id alone may stand beside the header.
     */
    static boolean isAmbiguous(Request request, Form form) {
        Optional<String> header = request.header("authorization");
        Optional<String> named = header.flatMap(ClientAuthentication::basic).map(Claim::id);
        return header.isPresent()
                && (form.find("client_secret").isPresent()
                        || form.find("client_id")
                                .filter(id -> !named.equals(Optional.of(id)))
                                .isPresent());
    }

    /** Empty for a client that does not exist, a secret that is not its own, and a header that is not Basic. */
    Optional<AppClient> authenticate(Request request, Form form) {
        Optional<String> header = request.header("authorization");
        Optional<Claim> claim = header.isPresent()
                ? header.flatMap(ClientAuthentication::basic)
                : form.find("client_id")
                        .map(id -> new Claim(id, form.find("client_secret").orElse("")));
        return claim.flatMap(this::check);
    }

    private Optional<AppClient> check(Claim claim) {
        return pools.findClient(claim.id())
                .filter(client -> client.hasSecret()
                        ? client.isSecret(claim.secret())
                        : claim.secret().isEmpty());
    }

    private static Optional<Claim> basic(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String pair = new String(bytes, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Claim(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
