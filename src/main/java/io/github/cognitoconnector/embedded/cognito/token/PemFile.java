package io.github.cognitoconnector.embedded.cognito.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** Reads an RSA private key in PKCS#8 form; the public half follows from it. */
final class PemFile {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private PemFile() {}

    /**
     * @throws IllegalArgumentException if the file is not there or is none of those
     */
    static SigningKey read(Path file, String configurationKey) {
        try {
            String text = Files.readString(file);
            int begin = text.indexOf(BEGIN);
            int end = text.indexOf(END);
            if (begin >= 0 && end > begin) {
                byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
                return key(der);
            }
            throw new IllegalArgumentException(complaint(file, configurationKey));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(complaint(file, configurationKey), e);
        }
    }

    private static String complaint(Path file, String configurationKey) {
        return "%s names %s, which is not a readable PEM file with an RSA private key in PKCS#8 form."
                .formatted(configurationKey, file);
    }

    private static SigningKey key(byte[] der) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        if (rsa.generatePrivate(new PKCS8EncodedKeySpec(der)) instanceof RSAPrivateCrtKey secret
                && rsa.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()))
                        instanceof RSAPublicKey published) {
            return new SigningKey(published, secret);
        }
        throw new GeneralSecurityException("The key has no public exponent");
    }
}
