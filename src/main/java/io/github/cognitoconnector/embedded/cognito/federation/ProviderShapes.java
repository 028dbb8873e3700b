package io.github.cognitoconnector.embedded.cognito.federation;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;

import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Shape;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;

/** The members of requests about identity providers, with the limits of the service model of 2016-04-18. */
final class ProviderShapes {

    static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    static final Member NAME = required("ProviderName", Shapes.text(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+"));
    /** Stricter than {@link #NAME}: no underscore and no blank at either end, three characters at least. */
    static final Member NEW_NAME =
            required("ProviderName", Shapes.text(1, 32, "[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+"));

    static final Shape IDENTIFIER = Shapes.text(1, 40, "[\\w\\s+=.@-]+");
    static final Shape IDENTIFIERS = new Shape.Many(IDENTIFIER, 0, 50);
    /** The values may be secrets. */
    static final Shape DETAILS = Shapes.TEXTS;

    static final Shape MAPPING = new Shape.Dictionary(Shapes.text(1, 32), Shapes.ANY_TEXT);

    private ProviderShapes() {}
}
