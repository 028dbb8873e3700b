package io.github.cognitoconnector.embedded.cognito.auth;

import io.github.cognitoconnector.embedded.cognito.pool.AppClient;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;

/** Where somebody tries to sign in, and through which client. */
record Attempt(UserPool pool, AppClient client) {}
