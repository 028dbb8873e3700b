package io.github.cognitoconnector.ops;

import io.github.cognitoconnector.app.CertificateEnds;
import io.github.cognitoconnector.credentials.CredentialsStatus.FailingSession;
import io.github.cognitoconnector.ops.CredentialEnd.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the watch saw last.
 *
 * @param takenAt when the database told of the certificates; null as long as it did not
 * @param sessions of this replica that cannot be renewed
 */
record CredentialsSnapshot(@Nullable Instant takenAt, CertificateEnds certificates, List<FailingSession> sessions) {

    static final CredentialsSnapshot NONE = new CredentialsSnapshot(null, CertificateEnds.NONE, List.of());

    /** The same certificates, as old as they are. */
    CredentialsSnapshot with(List<FailingSession> current) {
        return new CredentialsSnapshot(takenAt, certificates, current);
    }

    /** Everything that is listed, what ends first at the front. */
    List<CredentialEnd> ends() {
        return Stream.concat(
                        certificates.first().stream()
                                .map(c -> new CredentialEnd(c.appId(), Kind.CERTIFICATE, c.endsAt())),
                        sessions.stream().map(s -> new CredentialEnd(s.appId(), Kind.SESSION, s.endsAt())))
                .sorted(Comparator.comparing(CredentialEnd::endsAt).thenComparing(CredentialEnd::appId))
                .toList();
    }
}
