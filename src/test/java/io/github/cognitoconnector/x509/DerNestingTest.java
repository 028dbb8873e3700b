package io.github.cognitoconnector.x509;

import static io.github.cognitoconnector.x509.TestCertificates.chained;
import static io.github.cognitoconnector.x509.TestCertificates.ec;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;

class DerNestingTest {

    @Test
    void takesUpTo32Levels() throws IOException {
        assertThat(DerNesting.tooDeep(nested(32))).isFalse();
        assertThat(DerNesting.tooDeep(nested(33))).isTrue();
    }

    @Test
    void countsNoSiblings() throws IOException {
        ASN1EncodableVector siblings = new ASN1EncodableVector();
        for (int i = 0; i < 100; i++) {
            siblings.add(new DERSequence());
            siblings.add(new DERSequence(DERNull.INSTANCE));
        }
        assertThat(DerNesting.tooDeep(new DERSequence(siblings).getEncoded())).isFalse();
    }

    @Test
    void takesCertificatesAndKeys() throws GeneralSecurityException {
        var issued = chained(ec("secp521r1", "webshop"));
        assertThat(DerNesting.tooDeep(issued.certificate().getEncoded())).isFalse();
        assertThat(DerNesting.tooDeep(issued.key().getEncoded())).isFalse();
    }

    private static byte[] nested(int levels) throws IOException {
        ASN1Object value = DERNull.INSTANCE;
        for (int i = 0; i < levels; i++) {
            value = new DERSequence(value);
        }
        return value.getEncoded();
    }
}
