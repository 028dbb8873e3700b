package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Page;
import io.github.cognitoconnector.user.User;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Users of identity providers who sign in as users of the pool. Every operation reads the user; a link that is made or taken
 * away costs one upstream call more.
 */
@ApplicationScoped
public class UserIdentityService {

    /** The most that Cognito links to a user. */
    private static final int MAX_LINKS = 5;

    private static final String NOT_KNOWN =
            "Whether the user pool has this provider, and whether its user is another user of the pool already, Cognito says"
                    + " only when it is asked to link them.";

    private final CognitoIdentities identities;
    private final UserFinder finder;
    private final GroupService groups;
    private final DryRun dryRun;

    UserIdentityService(CognitoIdentities identities, UserFinder finder, GroupService groups, DryRun dryRun) {
        this.identities = identities;
        this.finder = finder;
        this.groups = groups;
        this.dryRun = dryRun;
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER} */
    Page<LinkedIdentity> list(App app, UserRef user, int limit, @Nullable String position) {
        List<LinkedIdentity> all = IdentityMapper.identities(current(app, user));
        int from = position == null ? 0 : Math.min(Integer.parseInt(position), all.size());
        int to = Math.min(from + limit, all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
    }

    /**
     * Lets the provider's user sign in as the user. Repeatable: one who is linked already is left alone.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}, {@code NOT_FOUND} for an unknown provider, {@code
     *     UNSUPPORTED_STATE} for a sixth and for one who is another user or is linked to one, {@code VALIDATION_FAILED}, and
     *     {@code FORBIDDEN} for somebody whose permissions go beyond the caller's
     */
    void link(App app, UserRef ref, String provider, LinkIdentityRequest request) {
        User user = current(app, ref);
        groups.checkMember(app, user.username());
        List<LinkedIdentity> linked = IdentityMapper.identities(user);
        if (holds(linked, provider, request.userId())) {
            return;
        }
        if (linked.stream().filter(identity -> !identity.primary()).count() >= MAX_LINKS) {
            throw IdentityProblems.tooMany();
        }
        dryRun.warn(NOT_KNOWN);
        ProviderUser source = new ProviderUser(
                provider, Objects.requireNonNullElse(request.attributeName(), ProviderUser.SUBJECT), request.userId());
        try {
            identities.link(app, user.username(), destination(user, linked), source);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.VALIDATION_FAILED || !isLinked(app, user, provider, request.userId())) {
                throw IdentityProblems.ofLink(e, source);
            }
        }
    }

    /**
     * Takes all links to users of the provider away; they sign in as somebody else from then on. Repeatable.
     *
     * @param attributeName what the links were made by; null for the provider's own name of its users
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}, {@code NOT_FOUND} for a provider that is gone,
     *     {@code UNSUPPORTED_STATE} for a user who exists through the provider, and {@code FORBIDDEN} for somebody whose
     *     permissions go beyond the caller's
     */
    void unlink(App app, UserRef ref, String provider, @Nullable String attributeName) {
        User user = current(app, ref);
        groups.checkMember(app, user.username());
        List<LinkedIdentity> linked = IdentityMapper.identities(user).stream()
                .filter(identity -> identity.providerName().equals(provider))
                .toList();
        if (linked.stream().anyMatch(LinkedIdentity::primary)) {
            throw IdentityProblems.primary();
        }
        String attribute = Objects.requireNonNullElse(attributeName, ProviderUser.SUBJECT);
        linked.forEach(identity -> unlink(app, user, new ProviderUser(provider, attribute, identity.userId())));
    }

    /** Cognito's word for a link that is not there is the one for a user who is not. */
    private void unlink(App app, User user, ProviderUser linked) {
        try {
            identities.unlink(app, user.username(), linked);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.USER_NOT_FOUND || isLinked(app, user, linked.provider(), linked.value())) {
                throw IdentityProblems.ofUnlink(e);
            }
        }
    }

    /** As he is now, which a search would not tell. */
    private User current(App app, UserRef ref) {
        return finder.get(
                app, ref instanceof UserRef.Attribute ? new UserRef.Username(finder.username(app, ref)) : ref);
    }

    private boolean isLinked(App app, User user, String provider, String userId) {
        User now = finder.get(app, new UserRef.Username(user.username()));
        return holds(IdentityMapper.identities(now), provider, userId);
    }

    private static boolean holds(List<LinkedIdentity> linked, String provider, String userId) {
        return linked.stream()
                .anyMatch(identity -> identity.providerName().equals(provider)
                        && identity.userId().equals(userId));
    }

    /** Cognito names a user who came into being through a provider by that. */
    private static ProviderUser destination(User user, List<LinkedIdentity> linked) {
        return linked.stream()
                .filter(LinkedIdentity::primary)
                .map(identity -> new ProviderUser(identity.providerName(), ProviderUser.SUBJECT, identity.userId()))
                .findFirst()
                .orElseGet(() -> new ProviderUser(CognitoIdentities.OWN, ProviderUser.SUBJECT, user.username()));
    }
}
