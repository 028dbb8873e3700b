package io.github.cognitoconnector.signup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.cognitoconnector.user.CreateUserRequest.DeliveryMedium;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sign-up that waits for its code. It says nothing that was not sent or is not a setting of the pool, so that it is the
 * same whether the name was free or not.
 *
 * @param id what the path of {@code confirm} and {@code resend} takes: the username, or the address that stands for it
 * @param deliveryMedium how the code is sent
 * @param expiresAt until when the code is good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
                {"id": "grace.h", "deliveryMedium": "EMAIL", "expiresAt": "2026-11-21T12:00:00Z"}""")
public record SignUp(String id, DeliveryMedium deliveryMedium, Instant expiresAt) {

    @Override
    public String toString() {
        return "SignUp[…]";
    }
}
