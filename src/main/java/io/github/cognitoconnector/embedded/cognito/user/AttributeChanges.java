package io.github.cognitoconnector.embedded.cognito.user;

import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.Attributes;
import io.github.cognitoconnector.embedded.cognito.directory.SignInRules;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message.Medium;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Mailings.Destination;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Changes of a user's attributes, whoever asks for them; to be made under the lock of the pool. */
public final class AttributeChanges {

    private final Mailings mailings;

    public AttributeChanges(Mailings mailings) {
        this.mailings = mailings;
    }

    /**
     * The user with changed attributes; a blank value deletes (contract row 9).
     *
     * @param notified told of every address to which a code goes
     * @throws Refusal {@code InvalidParameterException} for what the schema does not admit, {@code AliasExistsException}
     *     for what somebody else signs in with
     */
    public User apply(Asked asked, Instant now, Consumer<Destination> notified) {
        UserPool pool = asked.pool();
        User user = asked.user();
        Map<String, String> changes = new HashMap<>(asked.changes());
        pool.settings().schema().checkChanges(changes);
        checkUnique(pool, user, changes);
        settleVerification(pool, user, changes, notified);
        User updated = user.with(apply(user.attributes(), changes), now);
        Accounts.takeAlias(pool, updated, now);
        return updated;
    }

    /** Whose attributes shall become what. */
    public record Asked(UserPool pool, User user, Map<String, String> changes) {

        /** The values are personal data. */
        @Override
        public String toString() {
            return "Asked" + changes.keySet();
        }
    }

    /** The user without these attributes; an address goes with the mark that it is verified. */
    public static User without(UserPool pool, User user, List<String> names, Instant now) {
        pool.settings().schema().checkChangeable(names);
        return user.with(user.attributes().without(withVerification(names)), now);
    }

    private static Attributes apply(Attributes attributes, Map<String, String> changes) {
        Map<String, String> kept = new HashMap<>(changes);
        kept.values().removeIf(String::isBlank);
        List<String> blank = changes.keySet().stream()
                .filter(name -> !kept.containsKey(name))
                .toList();
        return attributes.without(withVerification(blank)).with(kept);
    }

    /** The same with the mark that an address is unverified which is not the user's of before. */
    public static Map<String, String> unproven(User user, Map<String, String> given) {
        Map<String, String> marked = new HashMap<>(given);
        for (Medium medium : Medium.values()) {
            String name = medium.attribute();
            boolean fresh = given.containsKey(name) && !user.value(name).equals(Optional.of(given.get(name)));
            if (fresh) {
                marked.putIfAbsent(name + "_verified", "false");
            }
        }
        return marked;
    }

    private static List<String> withVerification(List<String> names) {
        List<String> all = new ArrayList<>(names);
        names.stream()
                .filter(name -> name.equals("email") || name.equals("phone_number"))
                .forEach(name -> all.add(name + "_verified"));
        return all;
    }

    /**
     * Refuses what somebody else signs in with and what cannot be taken away.
     *
     * @throws Refusal {@code AliasExistsException}
     */
    public static void checkUnique(UserPool pool, User user, Map<String, String> changes) {
        for (String attribute : uniqueAttributes(pool.settings().signIn())) {
            checkFree(pool, user, attribute, changes.getOrDefault(attribute, ""));
        }
    }

    /**
     * Refuses an address or name with which somebody else signs in.
     *
     * @throws Refusal {@code AliasExistsException}
     */
    public static void checkFree(UserPool pool, User user, String attribute, String value) {
        boolean taken = pool.users()
                .signingInWith(attribute, value)
                .filter(other -> !other.sub().equals(user.sub()))
                .isPresent();
        if (taken) {
            throw CreateUser.aliasExists(attribute);
        }
    }

    /** Not the verified addresses of an alias pool: those change hands instead. */
    private static Set<String> uniqueAttributes(SignInRules rules) {
        return rules.aliasAttributes().contains("preferred_username")
                ? Set.of("preferred_username")
                : rules.usernameAttributes();
    }

    /** What a code is for that goes out by this medium. */
    public static Purpose verification(Medium medium) {
        return switch (medium) {
            case EMAIL -> Purpose.EMAIL_VERIFICATION;
            case SMS -> Purpose.PHONE_NUMBER_VERIFICATION;
        };
    }

    /**
     * A new address is unverified unless the same request says otherwise, and a code goes to it where the pool verifies
     * such addresses; where the pool wants it verified first, the old one stays until then. One that waits for that is
     * dropped when another, the present one or none is set in its place.
     */
    private void settleVerification(
            UserPool pool, User user, Map<String, String> changes, Consumer<Destination> notified) {
        for (Medium medium : Medium.values()) {
            String name = medium.attribute();
            String value = changes.getOrDefault(name, "");
            boolean fresh = !value.isBlank() && !user.value(name).equals(Optional.of(value));
            boolean waits = pool.settings().verifiesBeforeUpdate(name);
            if (!fresh || changes.containsKey(name + "_verified")) {
                if (waits && changes.containsKey(name)) {
                    mailings.forgetCode(verification(medium), user);
                }
                continue;
            }
            if (waits) {
                changes.remove(name);
            } else {
                changes.put(name + "_verified", "false");
            }
            if (waits || AccountRules.of(pool).autoVerifies(medium)) {
                Destination to = new Destination(medium, value);
                mailings.sendCode(verification(medium), pool, user, to);
                notified.accept(to);
            }
        }
    }
}
