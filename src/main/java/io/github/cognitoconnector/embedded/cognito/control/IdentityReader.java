package io.github.cognitoconnector.embedded.cognito.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cognitoconnector.embedded.cognito.iam.Registration;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.Rights;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.Role;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.TrustAnchor;
import io.github.cognitoconnector.embedded.cognito.iam.Registration.UserKey;
import io.github.cognitoconnector.embedded.cognito.iam.RoleArn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the body of {@code PUT /_control/identities}. */
final class IdentityReader {

    private static final Set<String> LISTS = Set.of("keys", "roles", "trustAnchors", "unknownKeys");
    private static final Set<String> KEY =
            Set.of("accessKeyId", "secretAccessKey", "account", "arn", "denied", "revoked");
    private static final Set<String> ROLE =
            Set.of("arn", "externalId", "maxSessionDuration", "denied", "deniedActions", "revoked");
    private static final Set<String> ANCHOR = Set.of("arn", "certificate");
    private static final Pattern ANY = Pattern.compile("[\\x21-\\x7E]+");
    private static final Pattern KEY_ID = Pattern.compile("\\w{1,128}");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ACTION = Pattern.compile("(cognito-idp|sts):[A-Za-z]+");
    private static final Pattern ANCHOR_ARN =
            Pattern.compile("arn:aws[a-z-]*:rolesanywhere:[a-z0-9-]+:\\d{12}:trust-anchor/[0-9a-f-]{36}");
    private static final int SHORTEST_MAX = 3_600;
    private static final int LONGEST = 43_200;

    private IdentityReader() {}

    static Registration read(String body) {
        JsonNode object = ControlBody.object(body);
        ControlBody.checkNames(object, LISTS);
        String unknown = object.path("unknownKeys").asText("ACCEPT");
        require(unknown.equals("ACCEPT") || unknown.equals("REFUSE"), "\"unknownKeys\" must be ACCEPT or REFUSE.");
        return new Registration(
                each(object, "keys", KEY, IdentityReader::key),
                each(object, "roles", ROLE, IdentityReader::role),
                each(object, "trustAnchors", ANCHOR, IdentityReader::anchor),
                unknown.equals("REFUSE"));
    }

    private static <T> List<T> each(JsonNode object, String name, Set<String> members, Function<JsonNode, T> reader) {
        JsonNode list = object.path(name);
        require(list.isMissingNode() || list.isArray(), "\"" + name + "\" must be an array.");
        List<T> read = new ArrayList<>();
        list.forEach(entry -> {
            require(entry.isObject(), "Every entry of \"" + name + "\" must be a JSON object.");
            ControlBody.checkNames(entry, members);
            read.add(reader.apply(entry));
        });
        return List.copyOf(read);
    }

    private static UserKey key(JsonNode json) {
        return new UserKey(
                text(json, "accessKeyId", KEY_ID),
                text(json, "secretAccessKey", ANY),
                find(json, "account", ACCOUNT),
                find(json, "arn", ANY),
                new Rights(actions(json, "denied"), flag(json, "revoked")));
    }

    private static Role role(JsonNode json) {
        JsonNode longest = json.path("maxSessionDuration");
        require(
                longest.isMissingNode() || ControlBody.isWhole(longest, SHORTEST_MAX, LONGEST),
                "\"maxSessionDuration\" must be a whole number of seconds from " + SHORTEST_MAX + " to " + LONGEST
                        + ".");
        return new Role(
                RoleArn.parse(text(json, "arn", ANY))
                        .orElseThrow(() -> new Complaint("The \"arn\" of a role must be one of a role.")),
                find(json, "externalId", ANY),
                Duration.ofSeconds(longest.asInt(SHORTEST_MAX)),
                flag(json, "denied"),
                new Rights(actions(json, "deniedActions"), flag(json, "revoked")));
    }

    private static TrustAnchor anchor(JsonNode json) {
        JsonNode pem = json.path("certificate");
        require(pem.isTextual(), "\"certificate\" must be a certificate in PEM.");
        return new TrustAnchor(text(json, "arn", ANCHOR_ARN), certificate(pem.textValue()));
    }

    private static X509Certificate certificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        } catch (CertificateException e) {
            throw new Complaint("\"certificate\" must be a certificate in PEM.");
        }
    }

    private static Set<String> actions(JsonNode json, String name) {
        JsonNode list = json.path(name);
        require(list.isMissingNode() || list.isArray(), "\"" + name + "\" must be an array.");
        Set<String> actions = new HashSet<>();
        list.forEach(action -> {
            require(
                    action.isTextual() && ACTION.matcher(action.textValue()).matches(),
                    "\"" + name + "\" must hold actions such as cognito-idp:AdminGetUser or sts:AssumeRole.");
            actions.add(action.textValue());
        });
        return actions;
    }

    private static boolean flag(JsonNode json, String name) {
        JsonNode flag = json.path(name);
        require(flag.isMissingNode() || flag.isBoolean(), "\"" + name + "\" must be true or false.");
        return flag.asBoolean(false);
    }

    private static String text(JsonNode json, String name, Pattern pattern) {
        return find(json, name, pattern).orElseThrow(() -> new Complaint("\"" + name + "\" is missing."));
    }

    private static Optional<String> find(JsonNode json, String name, Pattern pattern) {
        JsonNode text = json.path(name);
        if (text.isMissingNode()) {
            return Optional.empty();
        }
        require(
                text.isTextual() && pattern.matcher(text.textValue()).matches(),
                "\"" + name + "\" must be a text like " + pattern + ".");
        return Optional.of(text.textValue());
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new Complaint(sentence);
        }
    }
}
