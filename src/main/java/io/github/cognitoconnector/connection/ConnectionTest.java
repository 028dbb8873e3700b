package io.github.cognitoconnector.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.credentials.CallerIdentity;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found.
 *
 * @param ok whether every check is
 * @param identity who AWS takes the app's credentials for; absent if AWS did not say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = ConnectionTest.EXAMPLE)
public record ConnectionTest(boolean ok, @Nullable CallerIdentity identity, List<ConnectionCheck> checks) {

    static final String EXAMPLE = """
            {"ok": false,
             "identity": {"account": "123456789012", "arn": "arn:aws:sts::123456789012:assumed-role/webshop/webshop-4f1c"},
             "checks": [
               {"action": "sts:AssumeRole", "ok": true},
               {"action": "sts:GetCallerIdentity", "ok": true},
               {"action": "cognito-idp:DescribeUserPool", "ok": true},
               {"action": "cognito-idp:AdminGetUser", "ok": false,
                "problem": {"type": "urn:cognito-connector:problem:credentials-rejected",
                 "title": "AWS refused the credentials of the app", "status": 502,
                 "detail": "Allow cognito-idp:AdminGetUser on arn:aws:cognito-idp:eu-central-1:123456789012:userpool/\
            eu-central-1_BGOou5Rwx, for instance with deploy/aws/users-read.json.",
                 "code": "credentials-rejected", "retryable": false,
                 "upstream": {"service": "cognito-idp", "code": "AccessDeniedException",
                  "requestId": "6b7c5f0e-2f0a-4d0c-9d2b-6a6f0a1c7b11"}}}]}""";

    static ConnectionTest of(@Nullable CallerIdentity identity, List<ConnectionCheck> checks) {
        return new ConnectionTest(checks.stream().allMatch(ConnectionCheck::ok), identity, List.copyOf(checks));
    }
}
