package io.github.cognitoconnector.rest;

/**
 * Fired as the last thing in a transaction of the database that is the whole of a command, so that its audit row is written
 * in it: both are committed, or neither.
 */
public record MutationCommits() {}
