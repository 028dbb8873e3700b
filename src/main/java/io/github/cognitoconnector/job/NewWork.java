package io.github.cognitoconnector.job;

/** Fired when there may be something new to do. */
record NewWork() {}
