package io.github.cognitoconnector.rest;

import io.opentelemetry.api.common.AttributeKey;

/** What spans say of requests and of rows of jobs, in this service's own words; nothing that names a user. */
public final class TraceAttributes {

    /** The {@code operationId}. */
    public static final AttributeKey<String> OPERATION = AttributeKey.stringKey("connector.operation");

    public static final AttributeKey<String> APP = AttributeKey.stringKey("connector.app");

    /** The app client of the caller, never the person. */
    public static final AttributeKey<String> CLIENT = AttributeKey.stringKey("connector.client");

    /** The code of the problem that it was answered with. */
    public static final AttributeKey<String> PROBLEM = AttributeKey.stringKey("connector.problem");

    public static final AttributeKey<String> JOB = AttributeKey.stringKey("connector.job");

    private TraceAttributes() {}
}
