package io.github.cognitoconnector.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that a user did or tried at the door, in Cognito's words.
 *
 * @param type such as {@code SignIn} or {@code ForgotPassword}
 * @param result {@code Pass}, {@code Fail} or {@code InProgress}
 * @param challenges what was asked for, and whether it was met
 * @param risk what threat protection makes of it
 * @param feedback what somebody made of it later
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"id": "5f0c3f6e-6b0f-4c0e-9d6b-0f9d1c1c7a11", "type": "SignIn", "result": "Pass",
                 "challenges": [{"name": "Password", "response": "Success"}],
                 "risk": {"decision": "NoRisk", "compromisedCredentials": false},
                 "ipAddress": "192.0.2.7", "city": "London", "country": "United Kingdom", "deviceName": "Firefox, Linux",
                 "at": "2026-11-20T12:00:00Z"}""")
public record SignIn(
        String id,
        String type,
        @Nullable String result,
        List<Challenge> challenges,
        @Nullable Risk risk,
        @Nullable String ipAddress,
        @Nullable String city,
        @Nullable String country,
        @Nullable String timezone,
        @Nullable String deviceName,
        @Nullable Feedback feedback,
        Instant at) {

    /**
     * What was asked for.
     *
     * @param name {@code Password} or {@code Mfa}
     * @param response {@code Success} or {@code Failure}
     */
    @Schema(name = "SignInChallenge")
    public record Challenge(String name, @Nullable String response) {}

    /**
     * What threat protection found.
     *
     * @param decision {@code NoRisk}, {@code AccountTakeover} or {@code Block}
     * @param level {@code Low}, {@code Medium} or {@code High}
     * @param compromisedCredentials whether the password is one that is known to others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SignInRisk")
    public record Risk(
            @Nullable String decision,
            @Nullable String level,
            @Nullable Boolean compromisedCredentials) {}

    /**
     * Whether it was the user.
     *
     * @param value {@code Valid} or {@code Invalid}
     * @param provider who says so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SignInFeedback")
    public record Feedback(
            String value,
            @Nullable String provider,
            @Nullable Instant at) {}

    /** Where the user was is personal data. */
    @Override
    public String toString() {
        return "SignIn[" + id + "]";
    }
}
