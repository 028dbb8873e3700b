package io.github.cognitoconnector.app;

import io.github.cognitoconnector.credentials.CredentialsType;
import io.github.cognitoconnector.credentials.CredentialsView;
import io.github.cognitoconnector.credentials.NewCredentials;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What everybody may see of an app's credentials, in the app's row; the secrets lie in the vault. */
@Embeddable
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CredentialsColumns {

    @Column(name = "credentials_type")
    @Enumerated(EnumType.STRING)
    CredentialsType type;

    @Column(name = "credentials_version")
    int version;

    @Column(name = "access_key_id_last4")
    @Nullable String accessKeyIdLast4;

    @Column(name = "role_arn")
    @Nullable String roleArn;

    @Column(name = "external_id")
    @Nullable String externalId;

    @Column(name = "duration_seconds")
    @Nullable Integer durationSeconds;

    @Column(name = "trust_anchor_arn")
    @Nullable String trustAnchorArn;

    @Column(name = "profile_arn")
    @Nullable String profileArn;

    @Column(name = "certificate_subject")
    @Nullable String certificateSubject;

    @Column(name = "certificate_expires_at")
    @Nullable Instant certificateExpiresAt;

    /** Everything that an earlier choice has left goes, but for the external id: trust policies name it. */
    void take(NewCredentials credentials) {
        type = credentials.type();
        version++;
        accessKeyIdLast4 = credentials.accessKeyIdLast4();
        roleArn = credentials.roleArn();
        durationSeconds = credentials.durationSeconds();
        trustAnchorArn = credentials.trustAnchorArn();
        profileArn = credentials.profileArn();
        certificateSubject = credentials.certificateSubject();
        certificateExpiresAt = credentials.certificateExpiresAt();
        if (type == CredentialsType.ASSUME_ROLE && externalId == null) {
            externalId = UUID.randomUUID().toString();
        }
    }

    CredentialsView toView() {
        return new CredentialsView(
                type,
                accessKeyIdLast4,
                roleArn,
                type == CredentialsType.ASSUME_ROLE ? externalId : null,
                durationSeconds,
                trustAnchorArn,
                profileArn,
                certificateSubject,
                certificateExpiresAt,
                version,
                null,
                null);
    }
}
