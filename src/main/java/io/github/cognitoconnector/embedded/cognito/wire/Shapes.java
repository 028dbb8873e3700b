package io.github.cognitoconnector.embedded.cognito.wire;

import java.util.List;
import java.util.regex.Pattern;

/** Shapes that several operations share; limits and patterns are those of the service model of 2016-04-18. */
public final class Shapes {

    private static final String VISIBLE = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+";
    private static final String NO_BLANK = "[\\S]+";
    private static final String NAME = "[\\w\\s+=,.@-]+";

    public static final Shape FLAG = new Shape.Flag();
    public static final Shape ANY_TEXT = text(0, 131_072);
    public static final Shape SECRET_TEXT = new Shape.Text(0, 131_072, null, true);
    public static final Shape TEXTS = new Shape.Dictionary(SECRET_TEXT);

    public static final Shape USER_POOL_ID = text(1, 55, "[\\w-]+_[0-9a-zA-Z]+");
    public static final Shape USERNAME = secret(1, 128, VISIBLE);
    public static final Shape PASSWORD = secret(0, 256, NO_BLANK);
    public static final Shape CLIENT_ID = secret(1, 128, "[\\w+]+");
    public static final Shape CLIENT_NAME = text(1, 128, NAME);
    public static final Shape POOL_NAME = text(1, 128, NAME);
    public static final Shape DEVICE_KEY = text(1, 55, "[\\w-]+_[0-9a-f-]+");
    public static final Shape SECRET_HASH = secret(1, 128, "[\\w+=/]+");
    public static final Shape CONFIRMATION_CODE = secret(1, 2_048, NO_BLANK);
    public static final Shape SOFTWARE_TOKEN_CODE = secret(6, 6, "[0-9]+");
    public static final Shape TOKEN = secret(0, Integer.MAX_VALUE, "[A-Za-z0-9-_=.]+");
    public static final Shape SESSION = new Shape.Text(20, 2_048, null, true);
    public static final Shape GROUP_NAME = text(1, 128, VISIBLE);
    public static final Shape DESCRIPTION = text(0, 2_048);
    public static final Shape PRECEDENCE = new Shape.Whole(0, Integer.MAX_VALUE);
    public static final Shape ROLE_ARN = text(
            20,
            2_048,
            "arn:[\\w+=/,.@-]+:[\\w+=/,.@-]+:([\\w+=/,.@-]*)?:[0-9]+:[\\w+=/,.@-]+(:[\\w+=/,.@-]+)?(:[\\w+=/,.@-]+)?");
    public static final Shape ARN = ROLE_ARN;
    public static final Shape RESOURCE_SERVER_ID = text(1, 256, "[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    public static final Shape SCOPE_NAME = text(1, 256, "[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+");

    public static final Shape ATTRIBUTE_NAME = text(1, 32, "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r ]+");
    public static final Shape ATTRIBUTE_NAMES = many(ATTRIBUTE_NAME);
    public static final Shape ATTRIBUTES = many(new Shape.Structure(List.of(
            Member.required("Name", ATTRIBUTE_NAME), Member.optional("Value", new Shape.Text(0, 2_048, null, true)))));

    public static final Shape TAG_KEY = text(1, 128);
    public static final Shape TAGS = new Shape.Dictionary(TAG_KEY, text(0, 256));

    public static final Shape FILTER = text(0, 256);
    public static final Shape LIMIT = new Shape.Whole(0, 60);
    public static final Shape MAX_RESULTS = new Shape.Whole(1, 60);
    public static final Shape NEXT_TOKEN = text(1, 131_072, NO_BLANK);

    /** The token of ListUsers, ListUserPools and ListResourceServers, which is not bounded. */
    public static final Shape PAGINATION_TOKEN = text(1, Integer.MAX_VALUE, NO_BLANK);

    /** What apps tell Lambda triggers, Amazon Pinpoint and threat protection; nothing here reads it. */
    public static final Shape CLIENT_METADATA = TEXTS;

    public static final Shape ANALYTICS_METADATA = structure(Member.optional("AnalyticsEndpointId", ANY_TEXT));
    public static final Shape USER_CONTEXT =
            structure(Member.optional("IpAddress", SECRET_TEXT), Member.optional("EncodedData", SECRET_TEXT));
    public static final Shape CONTEXT = structure(
            Member.required("IpAddress", ANY_TEXT),
            Member.required("ServerName", ANY_TEXT),
            Member.required("ServerPath", ANY_TEXT),
            Member.required(
                    "HttpHeaders",
                    many(structure(Member.optional("headerName", ANY_TEXT), Member.optional("headerValue", ANY_TEXT)))),
            Member.optional("EncodedData", ANY_TEXT));

    private Shapes() {}

    public static Shape structure(Member... members) {
        return new Shape.Structure(List.of(members));
    }

    public static Shape whole(long min, long max) {
        return new Shape.Whole(min, max);
    }

    public static Shape text(int min, int max) {
        return new Shape.Text(min, max, null, false);
    }

    public static Shape text(int min, int max, String pattern) {
        return new Shape.Text(min, max, Pattern.compile(pattern), false);
    }

    public static Shape choice(String... words) {
        return new Shape.Choice(List.of(words));
    }

    public static Shape many(Shape element) {
        return new Shape.Many(element, 0, Integer.MAX_VALUE);
    }

    private static Shape secret(int min, int max, String pattern) {
        return new Shape.Text(min, max, Pattern.compile(pattern), true);
    }
}
