package io.github.cognitoconnector.rest;

/** Names a path by its template, so that it can be spoken of without the names that stand in it. */
public interface PathTemplates {

    /** {@code /v1/apps/{appId}/users/{user}}; {@code unknown} where no operation has such a path. */
    String templateOf(String normalizedPath);

    /** The {@code operationId} of what answers such a request; {@code unknown} where nothing does. */
    String operationOf(String method, String normalizedPath);
}
