package io.github.cognitoconnector.signin;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.group.GroupService;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import io.github.cognitoconnector.rest.DryRun;
import io.github.cognitoconnector.rest.Mutation;
import io.github.cognitoconnector.user.UserFinder;
import io.github.cognitoconnector.user.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of users. Reading costs one upstream call for a user named plainly; changing two, or one if there is
 * nothing to change.
 */
@ApplicationScoped
public class UserMfaService {

    private static final String NOT_KNOWN =
            "Whether the user pool admits the factor, and whether the user has an authenticator, Cognito says only when it"
                    + " is asked to switch it on.";

    private static final String REFUSED =
            "Cognito refused the factors. Each has to be one that the user pool's MFA configuration admits, and for"
                    + " SOFTWARE_TOKEN_MFA the user has to set up an authenticator himself first (AssociateSoftwareToken,"
                    + " VerifySoftwareToken).";

    private final CognitoMfa mfa;
    private final UserFinder finder;
    private final GroupService groups;
    private final DryRun dryRun;
    private final Mutation mutation;

    UserMfaService(CognitoMfa mfa, UserFinder finder, GroupService groups, DryRun dryRun, Mutation mutation) {
        this.mfa = mfa;
        this.finder = finder;
        this.groups = groups;
        this.dryRun = dryRun;
        this.mutation = mutation;
    }

    /** @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER} */
    Mfa get(App app, UserRef user) {
        return mfa.get(app, finder.username(app, user)).mfa();
    }

    /**
     * Repeatable.
     *
     * @throws ProblemException {@code USER_NOT_FOUND}, {@code AMBIGUOUS_USER}, {@code UNSUPPORTED_STATE} if the pool does not
     *     admit a factor or the user lacks what it needs, and {@code FORBIDDEN} for somebody whose permissions go beyond the
     *     caller's
     */
    void set(App app, UserRef user, SetMfaRequest request) {
        change(app, user, MfaFactor.of(request.enabled()), MfaFactor.find(request.preferred()));
    }

    /**
     * Switches all factors off, so that the user can set up another authenticator. Repeatable.
     *
     * @throws ProblemException as {@link #set}
     */
    void reset(App app, UserRef user) {
        change(app, user, EnumSet.noneOf(MfaFactor.class), null);
    }

    private void change(App app, UserRef ref, Set<MfaFactor> enabled, @Nullable MfaFactor preferred) {
        String username = finder.username(app, ref);
        groups.checkMember(app, username);
        MfaStanding now = mfa.get(app, username);
        mutation.user(now.sub());
        now.requireAddresses(enabled);
        if (now.is(enabled, preferred)) {
            return;
        }
        Set<MfaFactor> off = now.enabled();
        if (!off.containsAll(enabled)) {
            dryRun.warn(NOT_KNOWN);
        }
        off.removeAll(enabled);
        try {
            mfa.set(app, username, new MfaChange(enabled, off, preferred));
        } catch (ProblemException e) {
            throw e.type() == ProblemType.VALIDATION_FAILED ? e.as(ProblemType.UNSUPPORTED_STATE, REFUSED) : e;
        }
    }
}
