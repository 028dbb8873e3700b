package io.github.cognitoconnector.app;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An app's row. */
@Entity
@Table(name = "app")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class AppEntity {

    @Id
    String id;

    String name;

    @Column(name = "user_pool_id")
    String userPoolId;

    @Column(name = "client_ids")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> clientIds;

    @Column(name = "allowed_groups")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> allowedGroups;

    @Column(name = "default_groups")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> defaultGroups;

    @Column(name = "role_mappings")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, List<String>> roleMappings;

    @Column(name = "default_roles")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> defaultRoles;

    @Column(name = "operator_groups")
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, List<String>> operatorGroups;

    @Column(name = "allowed_email_domains")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> allowedEmailDomains;

    @Column(name = "message_action")
    @Enumerated(EnumType.STRING)
    MessageAction messageAction;

    @Column(name = "self_sign_up")
    boolean selfSignUp;

    @Column(name = "prevent_escalation")
    boolean preventEscalation;

    @Column(name = "audit_values")
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> auditValues;

    @Column(name = "audit_retention_days")
    int auditRetentionDays;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Double> quotas;

    @Embedded
    CredentialsColumns credentials = new CredentialsColumns();

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    long version;

    /** Everything but the id and the credentials. */
    void take(AppRequest request) {
        name = request.name();
        userPoolId = request.userPoolId();
        clientIds = request.clientIds().stream().distinct().toList();
        allowedGroups = App.orEmpty(request.allowedGroups());
        defaultGroups = App.orEmpty(request.defaultGroups());
        roleMappings = App.orEmpty(request.roleMappings());
        defaultRoles = App.orEmpty(request.defaultRoles());
        operatorGroups = App.orEmpty(request.operatorGroups());
        allowedEmailDomains = App.orEmpty(request.allowedEmailDomains());
        messageAction = request.messageAction() == null ? MessageAction.SUPPRESS : request.messageAction();
        selfSignUp = Boolean.TRUE.equals(request.selfSignUp());
        preventEscalation = !Boolean.FALSE.equals(request.preventEscalation());
        AuditSettings audit = AuditSettings.complete(request.audit());
        auditRetentionDays = audit.days();
        auditValues = audit.attributes();
        quotas = App.orEmpty(request.quotas());
    }

    /** Sets the time of this write, in milliseconds as callers see it. */
    void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MILLIS);
        if (createdAt == null) {
            createdAt = updatedAt;
        }
    }

    App toApp() {
        return new App(
                id,
                name,
                userPoolId,
                UserPoolId.region(userPoolId),
                clientIds,
                allowedGroups,
                defaultGroups,
                roleMappings,
                defaultRoles,
                operatorGroups,
                allowedEmailDomains,
                messageAction,
                selfSignUp,
                preventEscalation,
                new AuditSettings(auditRetentionDays, auditValues),
                quotas,
                credentials.toView(),
                createdAt,
                updatedAt,
                version);
    }
}
