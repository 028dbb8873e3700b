package io.github.cognitoconnector.app;

/** An app's registration has been removed on this replica; told to whoever holds something for it. */
public record AppRemoved(String appId) {}
