package io.github.cognitoconnector.audit;

/** Examples for the OpenAPI document. */
final class AuditExamples {

    static final String EVENT = """
            {"seq": 18, "at": "2026-11-20T12:00:00.123456Z",
             "caller": {"kind": "CLIENT", "clientId": "demoapp", "sub": "demoapp"}, "operation": "addUserToGroup",
             "target": "user:ada", "part": "group:demo-admins", "outcome": "succeeded", "status": 204,
             "traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "changed": [], "format": 1,
             "previousHash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
             "hash": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"}""";

    static final String EXPORT = """
            {"seq": 18, "at": "2026-11-20T12:00:00.123456Z", "operation": "addUserToGroup", "target": "user:ada"}
            {"end": true, "count": 1}""";

    static final String VERIFICATION = """
            {"ok": false, "rows": 17, "last": {"seq": 17, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
             "anchor": {"seq": 0, "hash": ""}, "noted": "matches", "moreFindings": 0,
             "findings": [{"kind": "edited", "seq": 12, "through": 12, "detail": "The row does not say what it said when it was written."}]}""";

    private AuditExamples() {}
}
