package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.net.IDN;
import java.util.List;
import java.util.Locale;

/**
 * The app's {@code allowedEmailDomains}: {@code example.com} is that domain alone, {@code *.example.com} everything
 * below it. Case is folded and international names are compared in their ASCII form.
 */
final class EmailDomains {

    private static final String BELOW = "*.";

    private EmailDomains() {}

    /** @throws ProblemException {@code EMAIL_DOMAIN_NOT_ALLOWED} if the app limits domains and this is none of them */
    static void check(App app, String email, String pointer) {
        if (!app.allowedEmailDomains().isEmpty() && !allows(app.allowedEmailDomains(), email)) {
            throw ProblemException.field(
                    ProblemType.EMAIL_DOMAIN_NOT_ALLOWED,
                    pointer,
                    "The app does not allow email addresses of this domain.");
        }
    }

    static boolean allows(List<String> patterns, String email) {
        String domain = fold(email.substring(email.lastIndexOf('@') + 1));
        return email.indexOf('@') > 0 && !domain.isEmpty() && patterns.stream().anyMatch(p -> matches(p, domain));
    }

    private static boolean matches(String pattern, String domain) {
        return pattern.startsWith(BELOW)
                ? domain.endsWith("." + fold(pattern.substring(BELOW.length())))
                : domain.equals(fold(pattern));
    }

    /** Empty, which matches nothing, for what is no domain name. */
    private static String fold(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
