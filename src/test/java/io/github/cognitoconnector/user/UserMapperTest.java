package io.github.cognitoconnector.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cognitoconnector.app.MessageAction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

class UserMapperTest {

    private static final Instant CREATED = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant UPDATED = Instant.parse("2026-11-21T12:00:00Z");
    private static final AttributeType SUB = attribute("sub", "5f0c");
    private static final AttributeType EMAIL = attribute("email", "ada@example.com");
    private static final User ADA =
            new User("ada", "5f0c", "CONFIRMED", true, Map.of("email", "ada@example.com"), CREATED, UPDATED, null);

    @Test
    void readsBothOfCognitosShapesAsOne() {
        assertThat(UserMapper.toUser(AdminGetUserResponse.builder()
                        .username("ada")
                        .userStatus("CONFIRMED")
                        .enabled(true)
                        .userAttributes(SUB, EMAIL)
                        .userCreateDate(CREATED)
                        .userLastModifiedDate(UPDATED)
                        .build()))
                .isEqualTo(ADA);
        assertThat(UserMapper.toUser(listed().userStatus("CONFIRMED")
                        .enabled(true)
                        .attributes(SUB, EMAIL)
                        .build()))
                .isEqualTo(ADA);
    }

    @Test
    void takesTheSubOutOfTheAttributes() {
        User user = UserMapper.toUser(
                listed().userStatus("CONFIRMED").attributes(EMAIL, SUB).build());
        assertThat(user.sub()).isEqualTo("5f0c");
        assertThat(user.attributes()).containsOnlyKeys("email");
    }

    @Test
    void readsAMissingValueAsEmptyAndAMissingFlagAsDisabled() {
        User user = UserMapper.toUser(listed().userStatus("CONFIRMED")
                .attributes(AttributeType.builder().name("custom:plan").build())
                .build());
        assertThat(user.attributes()).isEqualTo(Map.of("custom:plan", ""));
        assertThat(user.sub()).isNull();
        assertThat(user.enabled()).isFalse();
        assertThat(UserMapper.toUser(listed().userStatus("CONFIRMED").build()).attributes())
                .isEmpty();
    }

    @Test
    void keepsAStatusThatTheSdkDoesNotKnow() {
        assertThat(UserMapper.toUser(listed().userStatus("BRAND_NEW").build()).status())
                .isEqualTo("BRAND_NEW");
    }

    @Test
    void writesEveryAttribute() {
        assertThat(UserMapper.toAttributes(Map.of("email", "ada@example.com"))).containsExactly(EMAIL);
        assertThat(UserMapper.toAttributes(Map.of())).isEmpty();
    }

    @Test
    void sameStateHasTheSameTagWheneverItWasReached() {
        assertThat(user(Map.of("a", "1", "b", "2"), CREATED).etag())
                .isEqualTo(user(Map.of("b", "2", "a", "1"), UPDATED).etag())
                .isNotEqualTo(user(Map.of("a", "1, b=2"), CREATED).etag())
                .isNotEqualTo(user(Map.of("a", "1", "b", ""), CREATED).etag());
        assertThat(CreatedUser.of(ADA, List.of("demo"), "secret", List.of()).etag())
                .isEqualTo(ADA.etag());
    }

    @Test
    void printsNoPasswordAndNoAttribute() {
        var request = new CreateUserRequest(
                "ada", ADA.attributes(), List.of("demo"), "S3cret!", MessageAction.SEND, List.of());
        var made = new NewUser(
                "ada", ADA.attributes(), List.of("demo"), "S3cret!", true, MessageAction.SUPPRESS, List.of());
        var created = CreatedUser.of(ADA, List.of("demo"), "S3cret!", List.of());
        assertThat(List.of(request, made, made.withPassword("S3cret!2"), created, ADA))
                .allSatisfy(printed -> assertThat(printed.toString())
                        .doesNotContain("S3cret")
                        .doesNotContain("example.com")
                        .doesNotContain("email"));
    }

    private static User user(Map<String, String> attributes, Instant updated) {
        return new User("ada", "5f0c", "CONFIRMED", true, attributes, CREATED, updated, null);
    }

    private static UserType.Builder listed() {
        return UserType.builder().username("ada").userCreateDate(CREATED).userLastModifiedDate(UPDATED);
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}
