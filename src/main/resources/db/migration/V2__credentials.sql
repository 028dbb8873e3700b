-- What everybody may see of an app's own credentials. The external id is made once for an app and stays.
alter table app
    add column access_key_id_last4    text,
    add column role_arn               text,
    add column external_id            text,
    add column duration_seconds       integer,
    add column trust_anchor_arn       text,
    add column profile_arn            text,
    add column certificate_subject    text,
    add column certificate_expires_at timestamptz;

-- Certificates near their end are looked for now and then.
create index app_certificate_expires_at on app (certificate_expires_at) where certificate_expires_at is not null;

-- Secrets of apps, each encrypted and bound to its app and field. key_id is the key of the keyset that encrypted it.
create table app_secret (
    app_id     text   not null references app (id) on delete cascade,
    field      text   not null,
    key_id     bigint not null,
    ciphertext bytea  not null,
    primary key (app_id, field)
);

-- Which secrets still wait for the new primary key.
create index app_secret_key_id on app_secret (key_id);
