package io.github.cognitoconnector.secret;

/**
 * The configured keyset cannot be used. The message is one sentence for the operator: it names the configuration key
 * and never repeats anything of the keyset. There is no cause, since a parser's message may quote what it read.
 */
public final class UnusableKeysetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    UnusableKeysetException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The message, which is always there. */
    public String sentence() {
        return sentence;
    }
}
