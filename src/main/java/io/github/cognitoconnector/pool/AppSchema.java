package io.github.cognitoconnector.pool;

import io.github.cognitoconnector.cognito.PoolSettings;
import io.github.cognitoconnector.cognito.SchemaAttribute;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The attributes that users of the pool can have, and by which of them they sign in.
 *
 * @param signInAttributes {@code email}, {@code phone_number} or both where users sign in by them and not by username
 * @param aliasAttributes what users may sign in by beside their username
 * @param caseSensitive whether usernames and aliases that differ in case alone are two
 */
@Schema(examples = """
                {"attributes": [
                   {"name": "custom:plan", "type": "STRING", "mutable": true, "required": false,
                    "minLength": 1, "maxLength": 20},
                   {"name": "email", "type": "STRING", "mutable": true, "required": true,
                    "minLength": 0, "maxLength": 2048}],
                 "signInAttributes": ["email"], "aliasAttributes": [], "caseSensitive": false}""")
public record AppSchema(
        List<SchemaAttribute> attributes,
        List<String> signInAttributes,
        List<String> aliasAttributes,
        boolean caseSensitive) {

    static AppSchema of(PoolSettings settings) {
        return new AppSchema(
                List.copyOf(settings.schema().values()),
                settings.signInAttributes().stream().sorted().toList(),
                settings.aliasAttributes().stream().sorted().toList(),
                settings.caseSensitive());
    }
}
