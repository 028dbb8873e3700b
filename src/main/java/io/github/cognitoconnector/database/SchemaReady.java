package io.github.cognitoconnector.database;

/** The database is there and its schema is as this version needs it: what is done now and then may begin. Comes once. */
public record SchemaReady() {}
