package io.github.cognitoconnector.app;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.credentials.CredentialsView;
import io.github.cognitoconnector.rest.ETags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One application of the landscape and how it uses Cognito.
 *
 * @param region AWS region of the pool, derived from the pool's id
 * @param selfSignUp whether visitors may sign themselves up
 * @param preventEscalation whether nobody may give others permissions that he does not hold himself
 * @param quotas requests a second by Cognito's quota category, where they are not the platform's
 * @param version counts the writes, from 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = AppExamples.APP)
public record App(
        String id,
        String name,
        String userPoolId,
        @Schema(readOnly = true) String region,
        List<String> clientIds,
        List<String> allowedGroups,
        List<String> defaultGroups,
        Map<String, List<String>> roleMappings,
        List<String> defaultRoles,
        Map<String, List<String>> operatorGroups,
        List<String> allowedEmailDomains,
        MessageAction messageAction,
        boolean selfSignUp,
        boolean preventEscalation,
        AuditSettings audit,
        Map<String, Double> quotas,
        CredentialsView credentials,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore long version) {

    String etag() {
        return ETags.of(id, createdAt, version);
    }

    /** The permissions that the app gives to the members of these groups. */
    public List<String> permissionsOf(List<String> groups) {
        return groups.stream()
                .map(operatorGroups::get)
                .filter(permissions -> permissions != null)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Changes with the credentials; whatever was learnt with other credentials is to be learnt anew. */
    public int credentialsVersion() {
        return credentials.version();
    }

    /** The same app with what is known of its credentials at this moment. */
    App with(CredentialsView current) {
        return new App(
                id,
                name,
                userPoolId,
                region,
                clientIds,
                allowedGroups,
                defaultGroups,
                roleMappings,
                defaultRoles,
                operatorGroups,
                allowedEmailDomains,
                messageAction,
                selfSignUp,
                preventEscalation,
                audit,
                quotas,
                current,
                createdAt,
                updatedAt,
                version);
    }

    /** What a caller would send to make this app as it is; the base of a merge patch. */
    AppRequest toRequest() {
        return new AppRequest(
                id,
                name,
                userPoolId,
                region,
                clientIds,
                allowedGroups,
                defaultGroups,
                roleMappings,
                defaultRoles,
                operatorGroups,
                allowedEmailDomains,
                messageAction,
                selfSignUp,
                preventEscalation,
                audit,
                quotas,
                null);
    }

    /** Whether the request, but for its credentials, makes this app. */
    boolean isWhat(AppRequest request) {
        AppEntity made = new AppEntity();
        made.id = request.id();
        made.take(request);
        made.touch(createdAt);
        return made.toApp().toRequest().equals(toRequest());
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
