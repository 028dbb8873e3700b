package io.github.cognitoconnector.user;

import io.github.cognitoconnector.app.App;
import io.github.cognitoconnector.problem.ProblemException;
import io.github.cognitoconnector.problem.ProblemType;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The app's {@code allowedEmailDomains}: {@code example.com} is that domain alone, {@code *.example.com} everything
 * below it. Case is folded and international names are compared in their ASCII form.
 */
public final class EmailDomains {

    private static final String BELOW = "*.";

    /**
     * Sharp s, final sigma and the joiners: letters of their own in today's names, but folded into other names, which
     * others may own, by Java's IDN of 2003. In ASCII form ({@code xn--…}) they can be allowed.
     *
     * @see <a href="https://www.unicode.org/reports/tr46/#Deviations">UTS 46, deviations</a>
     */
    private static final Pattern DEVIATIONS = Pattern.compile("[\\u00DF\\u03C2\\u200C\\u200D]");

    private EmailDomains() {}

    /** @throws ProblemException {@code EMAIL_DOMAIN_NOT_ALLOWED} if the app limits domains and this is none of them */
    public static void check(App app, String email, String pointer) {
        if (!app.allowedEmailDomains().isEmpty() && !allows(app.allowedEmailDomains(), email)) {
            throw ProblemException.field(
                    ProblemType.EMAIL_DOMAIN_NOT_ALLOWED,
                    pointer,
                    "The app does not allow email addresses of this domain.");
        }
    }

    /** An address with several @ is refused, since not every mail server looks behind the same one. */
    static boolean allows(List<String> patterns, String email) {
        int at = email.indexOf('@');
        if (at < 1 || at != email.lastIndexOf('@')) {
            return false;
        }
        String domain = fold(email.substring(at + 1));
        return patterns.stream().anyMatch(pattern -> matches(pattern, domain));
    }

    private static boolean matches(String pattern, String domain) {
        boolean below = pattern.startsWith(BELOW);
        String name = fold(below ? pattern.substring(BELOW.length()) : pattern);
        return !name.isEmpty() && (below ? domain.endsWith("." + name) : domain.equals(name));
    }

    /** Empty, which matches nothing, for what is no domain name. */
    private static String fold(String domain) {
        if (DEVIATIONS.matcher(domain).find()) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
