package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.MessageAction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a user is invited once more.
 *
 * @param messageAction the app's if left out
 */
@Schema(examples = """
                {"messageAction": "SUPPRESS"}""")
public record InviteUserRequest(@Nullable MessageAction messageAction) {}
