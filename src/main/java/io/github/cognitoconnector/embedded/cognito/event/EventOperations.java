package io.github.cognitoconnector.embedded.cognito.event;

import static io.github.cognitoconnector.embedded.cognito.wire.Member.optional;
import static io.github.cognitoconnector.embedded.cognito.wire.Member.required;
import static io.github.cognitoconnector.embedded.cognito.wire.Operation.silent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.cognitoconnector.embedded.cognito.directory.User;
import io.github.cognitoconnector.embedded.cognito.page.Pages;
import io.github.cognitoconnector.embedded.cognito.pool.UserPool;
import io.github.cognitoconnector.embedded.cognito.user.Accounts;
import io.github.cognitoconnector.embedded.cognito.wire.Input;
import io.github.cognitoconnector.embedded.cognito.wire.Member;
import io.github.cognitoconnector.embedded.cognito.wire.Operation;
import io.github.cognitoconnector.embedded.cognito.wire.Refusal;
import io.github.cognitoconnector.embedded.cognito.wire.Shapes;
import java.util.List;

/**
 * AdminListUserAuthEvents, AdminUpdateAuthEventFeedback, UpdateAuthEventFeedback. All refuse with {@code
 * UserPoolAddOnNotEnabledException} where the pool has no threat protection.
 */
public final class EventOperations {

    private static final Pages.Names LISTING =
            new Pages.Names("AdminListUserAuthEvents", "MaxResults", "NextToken", "AuthEvents");
    private static final Member POOL = required("UserPoolId", Shapes.USER_POOL_ID);
    private static final Member USER = required("Username", Shapes.USERNAME);
    private static final Member EVENT = required("EventId", Shapes.text(1, 50, "[\\w+-]+"));
    private static final Member FEEDBACK = required("FeedbackValue", Shapes.choice("Valid", "Invalid"));

    private final Accounts accounts;
    private final AuthEvents events;
    private final Pages pages;

    public EventOperations(Accounts accounts, AuthEvents events, Pages pages) {
        this.accounts = accounts;
        this.events = events;
        this.pages = pages;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.signed(
                        "AdminListUserAuthEvents",
                        this::list,
                        POOL,
                        USER,
                        optional("MaxResults", Shapes.LIMIT),
                        optional("NextToken", Shapes.NEXT_TOKEN)),
                Operation.signed("AdminUpdateAuthEventFeedback", silent(this::judge), POOL, USER, EVENT, FEEDBACK),
                Operation.open(
                        "UpdateAuthEventFeedback",
                        this::judgeOwn,
                        POOL,
                        USER,
                        EVENT,
                        required("FeedbackToken", Shapes.TOKEN),
                        FEEDBACK));
    }

    private ObjectNode list(Input input) {
        UserPool pool = pool(input);
        User user = accounts.get(pool, input);
        List<AuthEvent> newestFirst = events.newestFirst(pool, user);
        return pages.page(
                input,
                LISTING,
                List.of(pool.id(), user.sub()),
                position -> newestFirst.stream().filter(event -> isBehind(event, position)),
                new Pages.View<>(event -> String.valueOf(event.sequence()), AuthEvent::describe));
    }

    private static boolean isBehind(AuthEvent event, String position) {
        return position.isEmpty() || event.sequence() < Long.parseLong(position);
    }

    private void judge(Input input) {
        UserPool pool = pool(input);
        User user = accounts.get(pool, input);
        if (!events.judge(pool, user, input.text("EventId"), input.text("FeedbackValue"))) {
            throw Refusal.notFound("Auth event does not exist.");
        }
    }

    /** Its token comes by a mail about a suspicious event; there are none here, so that every token is wrong. */
    private ObjectNode judgeOwn(Input input) {
        accounts.get(pool(input), input);
        throw Refusal.notAuthorized("Invalid feedback token.");
    }

    private UserPool pool(Input input) {
        UserPool pool = accounts.pool(input);
        if (!AuthEvents.areKept(pool)) {
            throw new Refusal(
                    "UserPoolAddOnNotEnabledException", "Threat protection is not enabled for the user pool.");
        }
        return pool;
    }
}
