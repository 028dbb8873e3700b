package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.directory.Attributes;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.directory.User.Standing;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Adds users to a pool, whoever asks for them. */
public final class NewUsers {

    private final Accounts accounts;

    public NewUsers(Accounts accounts) {
        this.accounts = accounts;
    }

    /** How a new user may sign in. */
    @FunctionalInterface
    public interface Entry {
        Standing standing(String username, Instant now);
    }

    /**
     * Who is to be added.
     *
     * @param taken the refusal of what somebody has, by the name of the attribute, or empty for the username
     */
    public record Newcomer(
            String username,
            Map<String, String> attributes,
            boolean takesAliases,
            Entry entry,
            Function<String, Refusal> taken) {

        /** The values are personal data. */
        @Override
        public String toString() {
            return "Newcomer" + attributes.keySet();
        }
    }

    /**
     * Adds the user.
     *
     * @throws Refusal {@code InvalidParameterException} for what the pool does not admit, or what {@code taken} says
     */
    public User add(UserPool pool, Newcomer newcomer) {
        Map<String, String> attributes = new HashMap<>(newcomer.attributes());
        attributes.values().removeIf(String::isBlank);
        pool.settings().schema().checkNew(attributes);
        NewUsername name = NewUsername.of(pool.settings().signIn(), newcomer.username());
        name.signInAttribute().ifPresent(attribute -> attributes.put(attribute, newcomer.username()));
        return pool.change(() -> {
            checkFree(pool, name, attributes, newcomer.taken());
            if (!newcomer.takesAliases()) {
                checkAliases(pool, attributes);
            }
            return add(pool, name, Attributes.of(attributes), newcomer.entry());
        });
    }

    /**
     * Judges a username by its shape alone.
     *
     * @throws Refusal {@code InvalidParameterException}
     */
    public static void checkUsername(UserPool pool, String username) {
        NewUsername.of(pool.settings().signIn(), username);
    }

    private User add(UserPool pool, NewUsername name, Attributes attributes, Entry entry) {
        Instant now = accounts.now();
        String sub = UUID.randomUUID().toString();
        User user = User.of(
                new User.Identity(pool.users().nextSequence(), name.stored(sub), sub, now),
                attributes,
                entry.standing(name.stored(sub), now),
                now);
        Accounts.takeAlias(pool, user, now);
        pool.users().add(user);
        return user;
    }

    private static void checkFree(
            UserPool pool, NewUsername name, Map<String, String> attributes, Function<String, Refusal> taken) {
        boolean exists = name.signInAttribute()
                .map(attribute -> pool.users().signingInWith(attribute, name.given()))
                .orElseGet(() -> pool.users().withUsername(name.given()))
                .isPresent();
        if (exists) {
            throw taken.apply("");
        }
        for (String attribute : pool.settings().signIn().usernameAttributes()) {
            String value = attributes.getOrDefault(attribute, "");
            if (pool.users().signingInWith(attribute, value).isPresent()) {
                throw taken.apply(attribute);
            }
        }
    }

    private static void checkAliases(UserPool pool, Map<String, String> attributes) {
        for (String attribute : pool.settings().signIn().aliasAttributes()) {
            String value = attributes.getOrDefault(attribute, "");
            boolean verified = "true".equals(attributes.get(attribute + "_verified"));
            if (verified && pool.users().signingInWith(attribute, value).isPresent()) {
                throw CreateUser.aliasExists(attribute);
            }
        }
    }
}
