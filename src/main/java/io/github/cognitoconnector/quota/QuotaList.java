package io.github.cognitoconnector.quota;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The quotas in use, in the order of accounts, regions and categories. */
@Schema(examples = """
                {"items": [{"account": "123456789012", "region": "eu-central-1", "category": "UserUpdate", "limit": 25.0,
                 "effectiveLimit": 23.75, "used": 21.2, "waiting": 12, "throttledAt": "2026-11-20T12:00:00Z"}]}""")
public record QuotaList(List<QuotaUse> items) {

    public QuotaList {
        items = List.copyOf(items);
    }
}
