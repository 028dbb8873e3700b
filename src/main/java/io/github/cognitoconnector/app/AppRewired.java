package io.github.cognitoconnector.app;

/**
 * On this replica an app was given other credentials or another user pool, or its registration was removed; told to whoever
 * holds something that was made for it.
 */
public record AppRewired(String appId) {}
