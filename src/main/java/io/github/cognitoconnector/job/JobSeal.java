package io.github.cognitoconnector.job;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the database keeps of jobs without being able to read it. Each text is bound to its place. */
@ApplicationScoped
class JobSeal {

    private static final String HMAC = "HmacSHA256";
    private static final int SALT_BYTES = 32;

    private final Aead aead;
    private final SecureRandom random = new SecureRandom();

    JobSeal(Aead aead) {
        this.aead = aead;
    }

    /** @param place names what it is within the job */
    String seal(UUID job, String place, String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(aead.encrypt(text.getBytes(StandardCharsets.UTF_8), binding(job, place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A job cannot be sealed", e);
        }
    }

    /** @throws IllegalStateException if it was sealed elsewhere, or with a key that is gone */
    String open(UUID job, String place, String sealed) {
        try {
            return new String(
                    aead.decrypt(Base64.getDecoder().decode(sealed), binding(job, place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A job cannot be opened", e);
        }
    }

    String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }

    /** The same for keys that differ in case alone; says nothing of a key to whoever does not know the salt. */
    static String hash(String salt, String key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(salt), HMAC));
            byte[] folded =
                    key.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().withoutPadding().encodeToString(mac.doFinal(folded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    static String place(int row, String field) {
        return "row/" + row + "/" + field;
    }

    private static byte[] binding(UUID job, String place) {
        return String.join("\n", "job", job.toString(), place).getBytes(StandardCharsets.UTF_8);
    }
}
