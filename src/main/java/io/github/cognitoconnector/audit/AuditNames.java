package io.github.cognitoconnector.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What of a name is kept for good. Ids and plain usernames are, since a trail that does not say who says nothing.
 * Addresses, whatever looks like one, and whatever can be no name of Cognito's are replaced by a hash with a key that is
 * made once for the database: who knows the address finds its rows, and who reads the rows alone cannot try addresses out.
 */
@ApplicationScoped
class AuditNames {

    /** Names of Cognito, but for what looks like an address, or like a hash. */
    private static final Pattern PLAIN = Pattern.compile("(?!#)[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}&&[^@]]{1,128}");

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()./-]{6,}");
    private static final Pattern HASHED = Pattern.compile("#[A-Za-z0-9_-]{22}");
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final DataSource database;
    private volatile @Nullable SecretKeySpec key;

    AuditNames(DataSource database) {
        this.database = database;
    }

    /** One query before the first name that is hashed; none after that. */
    String of(String chain, Reference reference) {
        String name = reference.bareName();
        return reference.kind() + ":" + (mayBeKept(reference, name) ? name : hashed(chain, reference.kind(), name));
    }

    /** What a filter looks for; it may spell a hash as rows do. */
    String sought(String chain, Reference reference) {
        return HASHED.matcher(reference.name()).matches()
                ? reference.kind() + ":" + reference.name()
                : of(chain, reference);
    }

    private static boolean mayBeKept(Reference reference, String name) {
        return !reference.saidToBeAnAddress()
                && PLAIN.matcher(name).matches()
                && !PHONE.matcher(name).matches();
    }

    private String hashed(String chain, String kind, String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            byte[] text = (chain + "\n" + kind + "\n" + name.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
            byte[] hash = Arrays.copyOf(mac.doFinal(text), BYTES);
            return "#" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = read();
            key = known;
        }
        return known;
    }

    private SecretKeySpec read() {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select key from audit_key")) {
            row.next();
            return new SecretKeySpec(HexFormat.of().parseHex(row.getString(1)), ALGORITHM);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell the key of audited names", e);
        }
    }
}
