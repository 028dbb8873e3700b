package io.github.cognitoconnector.http;

/** In which order requests are looked at before anybody asks who sends them; the highest comes first. */
public final class FilterOrder {

    static final int FAREWELL = 4500;
    static final int SECURITY_HEADERS = 4000;
    static final int TIME = 3000;
    public static final int SCHEMA = 2500;
    static final int SATURATION = 2000;
    static final int RULES = 1000;

    private FilterOrder() {}
}
