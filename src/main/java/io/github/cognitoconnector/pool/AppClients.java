package io.github.cognitoconnector.pool;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The clients that the app lists, in its order; never others of its user pool. */
@Schema(examples = """
                {"items": [
                   {"clientId": "demoapp", "name": "demoapp", "hasSecret": true,
                    "flows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
                    "lifetimes": {"accessToken": {"value": 1, "unit": "hours"}, "idToken": {"value": 1, "unit": "hours"},
                     "refreshToken": {"value": 30, "unit": "days"}, "authSession": {"value": 3, "unit": "minutes"}},
                    "oauth": {"enabled": true, "flows": ["client_credentials"], "scopes": ["connector/users.read"],
                     "callbackUrls": [], "logoutUrls": [], "identityProviders": []},
                    "readAttributes": [], "writeAttributes": [], "preventUserExistenceErrors": "ENABLED",
                    "tokenRevocation": true, "refreshTokenRotation": false,
                    "createdAt": "2026-11-20T12:00:00Z", "updatedAt": "2026-11-20T12:00:00Z"},
                   {"clientId": "removed",
                    "problem": {"type": "urn:cognito-connector:problem:not-found", "title": "There is nothing here",
                     "status": 404, "detail": "The user pool has no such client. Take it out of the app's clientIds, or put\
                 in the one that was meant.", "code": "not-found", "retryable": false}}]}""")
public record AppClients(List<AppClient> items) {}
