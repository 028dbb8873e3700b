package io.github.cognitoconnector.secret;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One secret's row. */
@Entity
@Table(name = "app_secret")
@IdClass(SecretEntity.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SecretEntity {

    @Id
    @Column(name = "app_id")
    String appId;

    /** {@link SecretField#property()}; a text, since a newer replica may know more fields. */
    @Id
    String field;

    @Column(name = "key_id")
    long keyId;

    byte[] ciphertext;

    record Key(String appId, String field) {}

    Key key() {
        return new Key(appId, field);
    }
}
