package io.github.cognitoconnector.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.jboss.resteasy.reactive.RestResponse;

/** What a line of code may know; each rule is one sentence of the design. */
final class HouseRules {

    static final String ROOT = "io.github.cognitoconnector";

    /** Who may import whom. A room that is not named here may import nothing of ours. */
    private static final Map<String, Set<String>> MAY_IMPORT = new TreeMap<>(Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("lifecycle", Set.of()),
            Map.entry("http", Set.of("lifecycle", "problem", "rest")),
            Map.entry("rest", Set.of("problem")),
            Map.entry("log", Set.of("app", "security", "problem", "rest")),
            Map.entry("aws", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("secret", Set.of("aws", "database", "problem")),
            Map.entry("x509", Set.of("secret", "problem")),
            Map.entry("credentials", Set.of("aws", "secret", "x509", "problem")),
            Map.entry("app", Set.of("credentials", "database", "secret", "problem", "rest")),
            Map.entry("security", Set.of("app", "database", "problem", "rest")),
            Map.entry("quota", Set.of("app", "database", "security", "problem", "rest")),
            Map.entry("cognito", Set.of("aws", "app", "credentials", "quota", "problem", "rest")),
            Map.entry("connection", Set.of("cognito", "app", "credentials", "problem", "rest")),
            Map.entry(
                    "group",
                    Set.of("cognito", "app", "database", "security", "audit", "job", "quota", "problem", "rest")),
            Map.entry(
                    "user",
                    Set.of("group", "cognito", "app", "database", "security", "audit", "job", "problem", "rest")),
            Map.entry("access", Set.of("app", "group", "user", "security", "problem", "rest")),
            Map.entry("pool", Set.of("app", "cognito", "group", "problem", "rest")),
            Map.entry("signin", Set.of("user", "group", "cognito", "app", "security", "problem", "rest")),
            Map.entry("signup", Set.of("user", "group", "cognito", "app", "database", "security", "problem", "rest")),
            Map.entry("bulk", Set.of("user", "group", "cognito", "app", "job", "quota", "security", "problem", "rest")),
            Map.entry("job", Set.of("app", "database", "lifecycle", "quota", "secret", "security", "problem", "rest")),
            Map.entry("audit", Set.of("app", "database", "security", "problem", "rest")),
            Map.entry("idempotency", Set.of("app", "database", "security", "problem", "rest")),
            Map.entry("embedded", Set.of("app", "credentials", "database", "problem", "rest"))));

    private HouseRules() {}

    static List<ArchRule> all() {
        List<ArchRule> rules = new ArrayList<>();
        MAY_IMPORT.forEach((room, others) -> rules.add(imports(room, others)));
        rules.add(noCycles());
        rules.add(awsTypesStayInTheirRooms());
        rules.add(resourcesSeeServicesOnly());
        rules.add(servicesKnowNoHttp());
        rules.add(entitiesArePackagePrivate());
        rules.add(repositoriesArePackagePrivate());
        rules.add(constructorInjection());
        rules.add(fewConstructorArguments());
        rules.add(transactionsStayOutOfAws());
        rules.add(operationsNamePermissions());
        rules.add(operationsOnAppsNamePermissions());
        rules.add(resourcesReturnRecords());
        rules.add(plainNames());
        rules.add(nobodyImportsOpsAndEmbedded());
        rules.add(nothingIsFrozenIntoAnExecutable());
        return rules;
    }

    private static ArchRule imports(String room, Set<String> others) {
        return noClasses()
                .that()
                .resideInAPackage(packages(room))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and not in " + room + " or " + others,
                        (JavaClass c) -> c.getPackageName().startsWith(ROOT)
                                && !roomOf(c).equals(room)
                                && !others.contains(roomOf(c))))
                .as(room + " imports nothing of ours but " + others)
                .allowEmptyShould(true);
    }

    static ArchRule nobodyImportsOpsAndEmbedded() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackages(ROOT, packages("ops"), packages("embedded"), packages("testing"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages("ops"), packages("embedded"))
                .as("nobody but the start-up imports ops or embedded");
    }

    static ArchRule noCycles() {
        return slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();
    }

    static ArchRule awsTypesStayInTheirRooms() {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackages(
                        packages("cognito"),
                        packages("credentials"),
                        packages("aws"),
                        packages("secret"),
                        packages("x509"),
                        packages("embedded"))
                .and()
                .haveNameNotMatching(".*\\.(Cognito\\w+|\\w+Mapper)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .as(
                        "AWS SDK types stay in aws, secret, x509, credentials, cognito, the Cognito gateways and the mappers");
    }

    static ArchRule resourcesSeeServicesOnly() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are repositories, entities or gateways",
                        (JavaClass c) -> c.getPackageName().startsWith(ROOT)
                                && c.getSimpleName().matches("\\w+(Repository|Entity)|Cognito\\w+")))
                .as("resources see no repository, entity or gateway");
    }

    static ArchRule servicesKnowNoHttp() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .as("no JAX-RS type in a service");
    }

    static ArchRule entitiesArePackagePrivate() {
        return classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();
    }

    static ArchRule repositoriesArePackagePrivate() {
        return classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate();
    }

    static ArchRule constructorInjection() {
        return fields().should().notBeAnnotatedWith(Inject.class).as("dependencies come through the constructor");
    }

    static ArchRule fewConstructorArguments() {
        return constructors()
                .that()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are no records or enums", (JavaClass c) -> !c.isRecord() && !c.isEnum()))
                .should()
                .haveRawParameterTypes(DescribedPredicate.describe(
                        "of at most five", (List<? extends JavaClass> types) -> types.size() <= 5))
                .as("a constructor has at most five arguments");
    }

    static ArchRule transactionsStayOutOfAws() {
        return noClasses()
                .that(DescribedPredicate.describe(
                        "have transactions",
                        (JavaClass c) -> c.isAnnotatedWith(Transactional.class)
                                || c.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Transactional.class))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..", packages("cognito"))
                .as("no transaction is open while AWS is called");
    }

    static ArchRule operationsNamePermissions() {
        return methods()
                .that(areOperations())
                .should()
                .beAnnotatedWith(PermissionsAllowed.class)
                .orShould()
                .beAnnotatedWith(Authenticated.class)
                .as("every operation names its permission, or says that every caller may");
    }

    static ArchRule operationsOnAppsNamePermissions() {
        return methods()
                .that(areOperations())
                .and()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are about an app",
                        (JavaClass c) -> c.isAnnotatedWith(Path.class)
                                && c.getAnnotationOfType(Path.class).value().contains("{appId}")))
                .should()
                .beAnnotatedWith(PermissionsAllowed.class)
                .as("what is about an app not every caller may");
    }

    private static DescribedPredicate<JavaMethod> areOperations() {
        return DescribedPredicate.describe(
                "are operations",
                m -> m.isAnnotatedWith(GET.class)
                        || m.isAnnotatedWith(POST.class)
                        || m.isAnnotatedWith(PUT.class)
                        || m.isAnnotatedWith(PATCH.class)
                        || m.isAnnotatedWith(DELETE.class));
    }

    static ArchRule resourcesReturnRecords() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .haveRawReturnType(DescribedPredicate.describe(
                        "record, RestResponse or void",
                        (JavaClass c) -> c.isRecord()
                                || c.isEquivalentTo(RestResponse.class)
                                || c.getName().equals("void")))
                .as("resources return records or RestResponse");
    }

    static ArchRule plainNames() {
        return classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .haveNameNotMatching(".*(Impl|Manager|Utils?|Helper|DTO|Dto|Base)(\\$.*)?")
                .as("no Impl, Manager, Util, Helper, DTO or Base");
    }

    /** A native executable has static fields as they were when it was made: random numbers would be the same everywhere. */
    static ArchRule nothingIsFrozenIntoAnExecutable() {
        return noFields()
                .that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(packages("embedded"))
                .should()
                .haveRawType(assignableTo(Random.class)
                        .or(assignableTo(Thread.class))
                        .or(assignableTo(ExecutorService.class))
                        .or(assignableTo(HttpClient.class)))
                .as("no random numbers, threads or connections in static fields");
    }

    private static String roomOf(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    private static String packages(String room) {
        return ROOT + "." + room + "..";
    }
}
