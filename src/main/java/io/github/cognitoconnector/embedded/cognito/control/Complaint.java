package io.github.cognitoconnector.embedded.cognito.control;

/** A body that the control door does not understand; the message is a sentence for whoever sent it. */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Complaint(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
