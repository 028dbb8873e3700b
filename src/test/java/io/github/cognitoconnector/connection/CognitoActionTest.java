package io.github.cognitoconnector.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.cognitoconnector.app.QuotaCategory;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** The list of actions is the list of the operations that are called. */
class CognitoActionTest {

    private static final String ROOT = "io.github.cognitoconnector";

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final Set<String> OPERATIONS = Stream.of(CognitoIdentityProviderClient.class.getMethods())
            .filter(method -> method.getReturnType().getSimpleName().endsWith("Response"))
            .map(Method::getName)
            .map(CognitoActionTest::operation)
            .collect(Collectors.toUnmodifiableSet());

    /** What anybody may call who knows a client's id; the SDK does not sign it, and IAM is not asked. */
    private static final Set<String> PUBLIC = Set.of("SignUp", "ConfirmSignUp", "ResendConfirmationCode");

    @Test
    void everyOperationThatIsCalledIsAnAction() {
        Set<String> missing = calledBy(room -> !room.equals("connection"));
        missing.removeAll(actions());
        missing.removeAll(PUBLIC);
        assertThat(missing)
                .as(
                        "Operations that are called and that CognitoAction does not know. For each add a constant there, with"
                                + " a probe that changes nothing, and a line \"cognito-idp:<operation>\" in the policy of its"
                                + " permission in deploy/aws.")
                .isEmpty();
    }

    @Test
    void everyOperationThatIsCalledCountsAgainstAQuotaAndNoOther() {
        assertThat(calledBy(room -> true))
                .as("For each operation that is called QuotaCategory says what it counts against.")
                .isEqualTo(QuotaCategory.operations());
    }

    @Test
    void everyActionIsAnOperationThatIsCalled() {
        assertThat(actions())
                .as("Whoever gives the service a permission that it does not use gives it too much.")
                .isSubsetOf(calledBy(room -> !room.equals("connection")));
    }

    @Test
    void everyActionIsProbedByItsOwnOperation() {
        assertThat(calledBy("connection"::equals)).isEqualTo(actions());
    }

    @Test
    void theSdkHasTheOperationsThatTheRuleKnows() {
        assertThat(OPERATIONS)
                .hasSizeGreaterThan(100)
                .contains("AdminGetUser", "ListUsers", "AdminSetUserMFAPreference")
                .doesNotContain("Close", "ServiceClientConfiguration", "Builder");
    }

    private static Set<String> actions() {
        return Stream.of(CognitoAction.values())
                .map(CognitoAction::operation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> calledBy(Predicate<String> room) {
        return PRODUCTION.stream()
                .filter(c -> !roomOf(c).equals("embedded") && room.test(roomOf(c)))
                .flatMap(c -> Stream.concat(
                        c.getCodeUnitCallsFromSelf().stream(), c.getCodeUnitReferencesFromSelf().stream()))
                .map(JavaCodeUnitAccess::getTarget)
                .filter(target -> target.getOwner().isAssignableTo(CognitoIdentityProviderClient.class))
                .map(AccessTarget::getName)
                .map(CognitoActionTest::operation)
                .filter(OPERATIONS::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By the name of the SDK's method; a paginator calls the operation that it is named after. */
    private static String operation(String method) {
        String name = method.endsWith("Paginator") ? method.substring(0, method.length() - 9) : method;
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String roomOf(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }
}
