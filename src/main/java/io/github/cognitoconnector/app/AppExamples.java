package io.github.cognitoconnector.app;

/** Examples for the OpenAPI document; they work when pasted against the local set-up. */
final class AppExamples {

    static final String REQUEST = """
            {"id": "webshop", "name": "Web shop", "userPoolId": "us-east-1_demo", "clientIds": ["demoapp"],
             "allowedGroups": ["demo"], "defaultGroups": ["demo"],
             "roleMappings": {"demo": ["User"], "demo-admins": ["Administrator"]}, "defaultRoles": ["User"],
             "operatorGroups": {"demo-admins": ["users.read", "users.write"]},
             "allowedEmailDomains": ["example.com"], "messageAction": "SUPPRESS", "selfSignUp": false,
             "preventEscalation": true, "audit": {"retentionDays": 365, "values": []}, "quotas": {},
             "credentials": {"type": "DEFAULT"}}""";

    static final String APP = """
            {"id": "webshop", "name": "Web shop", "userPoolId": "us-east-1_demo", "region": "us-east-1",
             "clientIds": ["demoapp"], "allowedGroups": ["demo"], "defaultGroups": ["demo"],
             "roleMappings": {"demo": ["User"], "demo-admins": ["Administrator"]}, "defaultRoles": ["User"],
             "operatorGroups": {"demo-admins": ["users.read", "users.write"]},
             "allowedEmailDomains": ["example.com"], "messageAction": "SUPPRESS", "selfSignUp": false,
             "preventEscalation": true, "audit": {"retentionDays": 365, "values": []}, "quotas": {},
             "credentials": {"type": "DEFAULT", "version": 1},
             "createdAt": "2026-11-20T12:00:00Z", "updatedAt": "2026-11-20T12:00:00Z"}""";

    static final String PATCH = "{\"name\": \"Web shop (EU)\", \"allowedEmailDomains\": null}";

    private AppExamples() {}
}
