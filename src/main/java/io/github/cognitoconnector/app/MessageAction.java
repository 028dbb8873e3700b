package io.github.cognitoconnector.app;

/** Whether Cognito sends a new user the invitation message. */
public enum MessageAction {
    SEND,
    SUPPRESS
}
