package io.github.cognitoconnector.embedded.cognito.iam;

/** A caller who is not believed; carries no stack trace since it is an answer, not a fault. */
public final class Distrust extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;
    private final String text;

    Distrust(Flaw flaw, String text) {
        super(text, null, false, false);
        this.flaw = flaw;
        this.text = text;
    }

    static Distrust unknownToken() {
        return new Distrust(Flaw.UNKNOWN_TOKEN, "The security token included in the request is invalid.");
    }

    static Distrust expiredToken() {
        return new Distrust(Flaw.EXPIRED_TOKEN, "The security token included in the request is expired");
    }

    public Flaw flaw() {
        return flaw;
    }

    /** AWS's sentence; never null, unlike the inherited one. */
    public String text() {
        return text;
    }
}
