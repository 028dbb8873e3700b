package io.github.cognitoconnector.pool;

/**
 * How long the tokens of an app client are good.
 *
 * @param authSession how long a sign-in may take that asks for more than a password
 */
public record Lifetimes(Lifetime accessToken, Lifetime idToken, Lifetime refreshToken, Lifetime authSession) {}
