package io.github.cognitoconnector.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cognitoconnector.testing.CertificateAuthority.Issued;
import io.github.cognitoconnector.testing.CertificateAuthority.KeyKind;
import io.github.cognitoconnector.testing.CertificateAuthority.Wish;
import java.security.cert.CertificateExpiredException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateAuthorityTest {

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void rootIssuesWithoutChain(KeyKind key) throws Exception {
        CertificateAuthority root = CertificateAuthority.root("root", key);

        Issued issued = root.issue("app", key);

        issued.certificate().verify(root.certificate().getPublicKey());
        issued.certificate().checkValidity();
        assertThat(issued.chain()).isEmpty();
        assertThat(issued.certificate().getKeyUsage()[0]).isTrue();
        assertThat(issued.certificate().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void chainLeadsFromTheIssuerUpToTheRoot() throws Exception {
        CertificateAuthority root = CertificateAuthority.root("root", KeyKind.RSA);
        CertificateAuthority upper = root.intermediate("upper", KeyKind.EC);
        CertificateAuthority lower = upper.intermediate("lower", KeyKind.RSA);

        Issued issued = lower.issue("app", KeyKind.EC);

        assertThat(issued.chain()).containsExactly(lower.certificate(), upper.certificate());
        issued.certificate().verify(lower.certificate().getPublicKey());
        upper.certificate().verify(root.certificate().getPublicKey());
    }

    @Test
    void wishesAreGranted() {
        CertificateAuthority root = CertificateAuthority.root("root", KeyKind.EC);
        Wish wish = Wish.endEntity("app", KeyKind.EC);

        assertThatThrownBy(() -> root.issue(wish.expired()).certificate().checkValidity())
                .isInstanceOf(CertificateExpiredException.class);
        assertThat(root.issue(wish.withoutSignature()).certificate().getKeyUsage()[0])
                .isFalse();
        assertThat(root.issue(wish.asAuthority()).certificate().getBasicConstraints())
                .isNotNegative();
    }
}
