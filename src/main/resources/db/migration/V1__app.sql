-- One application of the landscape and how it uses Cognito. Arrays are of varchar, as Hibernate binds them.
create table app (
    id                    text primary key check (id ~ '^[a-z][a-z0-9-]{1,62}$'),
    name                  text        not null,
    user_pool_id          text        not null,
    client_ids            varchar[]   not null,
    allowed_groups        varchar[]   not null,
    default_groups        varchar[]   not null,
    role_mappings         jsonb       not null,
    default_roles         varchar[]   not null,
    operator_groups       jsonb       not null,
    allowed_email_domains varchar[]   not null,
    message_action        text        not null,
    credentials_type      text        not null,
    credentials_version   integer     not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    version               bigint      not null
);

-- Every request asks which app of this pool lists its client.
create index app_user_pool_id on app (user_pool_id);
create index app_client_ids on app using gin (client_ids);
