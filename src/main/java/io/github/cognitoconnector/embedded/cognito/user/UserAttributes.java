package io.github.cognitoconnector.embedded.cognito.user;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import io.github.cognitoconnector.embedded.cognito.code.Purpose;
import io.github.cognitoconnector.embedded.cognito.directory.Attributes;
import io.github.cognitoconnector.embedded.cognito.directory.SignInRules;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.message.Message;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** AdminUpdateUserAttributes and AdminDeleteUserAttributes. */
public final class UserAttributes {

    private final Accounts accounts;
    private final Mailings mailings;

    public UserAttributes(Accounts accounts, Mailings mailings) {
        this.accounts = accounts;
        this.mailings = mailings;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AdminUpdateUserAttributes",
                        silent(this::update),
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME),
                        required("UserAttributes", Shapes.ATTRIBUTES),
                        optional("ClientMetadata", Shapes.CLIENT_METADATA)),
                Operation.signed(
                        "AdminDeleteUserAttributes",
                        silent(this::delete),
                        required("UserPoolId", Shapes.USER_POOL_ID),
                        required("Username", Shapes.USERNAME),
                        required("UserAttributeNames", Shapes.ATTRIBUTE_NAMES)));
    }

    private void update(Input input) {
        accounts.change(input, (pool, user, now) -> {
            Map<String, String> changes = new HashMap<>(input.attributes("UserAttributes"));
            pool.settings().schema().checkChanges(changes);
            checkUnique(pool, user, changes);
            settleVerification(pool, user, changes);
            User updated = user.with(apply(user.attributes(), changes), now);
            Accounts.takeAlias(pool, updated, now);
            return updated;
        });
    }

    private void delete(Input input) {
        accounts.change(input, (pool, user, now) -> {
            List<String> names = input.texts("UserAttributeNames");
            pool.settings().schema().checkChangeable(names);
            return user.with(user.attributes().without(withVerification(names)), now);
        });
    }

    /** A blank value deletes (contract row 9). */
    private static Attributes apply(Attributes attributes, Map<String, String> changes) {
        Map<String, String> kept = new HashMap<>(changes);
        kept.values().removeIf(String::isBlank);
        List<String> blank = changes.keySet().stream()
                .filter(name -> !kept.containsKey(name))
                .toList();
        return attributes.without(withVerification(blank)).with(kept);
    }

    /** An address goes with the mark that it is verified. */
    private static List<String> withVerification(List<String> names) {
        List<String> all = new ArrayList<>(names);
        names.stream()
                .filter(name -> name.equals("email") || name.equals("phone_number"))
                .forEach(name -> all.add(name + "_verified"));
        return all;
    }

    private static void checkUnique(UserPool pool, User user, Map<String, String> changes) {
        for (String attribute : uniqueAttributes(pool.settings().signIn())) {
            String value = changes.getOrDefault(attribute, "");
            boolean taken = pool.users()
                    .signingInWith(attribute, value)
                    .filter(other -> !other.sub().equals(user.sub()))
                    .isPresent();
            if (taken) {
                throw CreateUser.aliasExists(attribute);
            }
        }
    }

    /** Not the verified addresses of an alias pool: those change hands instead. */
    private static Set<String> uniqueAttributes(SignInRules rules) {
        return rules.aliasAttributes().contains("preferred_username")
                ? Set.of("preferred_username")
                : rules.usernameAttributes();
    }

    private static Purpose verification(Message.Medium medium) {
        return switch (medium) {
            case EMAIL -> Purpose.EMAIL_VERIFICATION;
            case SMS -> Purpose.PHONE_NUMBER_VERIFICATION;
        };
    }

    /**
     * A new address is unverified unless the same request says otherwise; where the pool wants it verified first, the
     * old one stays and a code goes to the new one.
     */
    private void settleVerification(UserPool pool, User user, Map<String, String> changes) {
        for (Message.Medium medium : Message.Medium.values()) {
            String name = medium.attribute();
            String value = changes.getOrDefault(name, "");
            boolean fresh = !value.isBlank() && !user.value(name).equals(Optional.of(value));
            if (!fresh || changes.containsKey(name + "_verified")) {
                continue;
            }
            if (pool.settings().verifiesBeforeUpdate(name)) {
                changes.remove(name);
                mailings.sendCode(verification(medium), pool, user, new Mailings.Destination(medium, value));
            } else {
                changes.put(name + "_verified", "false");
            }
        }
    }
}
