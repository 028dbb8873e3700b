-- Whose rows a transaction sees. It says so by connector.app, an app's id or * for all of them, or by connector.user_pool
-- and connector.client for the registrations of that client's apps. One that says nothing sees no row.
-- Migrations that change rows say set local connector.app = '*', since the owner of the tables is bound too.
alter table app enable row level security;
alter table app force row level security;
create policy app_rows on app
    using (id = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');
create policy app_rows_of_client on app for select
    using (user_pool_id = current_setting('connector.user_pool', true)
           and current_setting('connector.client', true) = any (client_ids));

alter table app_secret enable row level security;
alter table app_secret force row level security;
create policy app_secret_rows on app_secret
    using (app_id = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');

-- What replicas tell each other: each topic's count changes with every transaction that writes something of it.
create table change (
    topic text primary key,
    count bigint not null
);

insert into change values ('app', 0), ('revocation', 0);

-- As the owner, since the service may only read the counts.
create function count_change() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    execute format('update %I.change set count = count + 1 where topic = $1', tg_table_schema) using tg_argv[0];
    return null;
end;
$$;

revoke all on function count_change() from public;

create trigger app_change after insert or update or delete on app
    for each statement execute function count_change('app');

-- Persons whose tokens of before a moment are not taken any more, although their signature is good. Of no use when the
-- last such token has expired.
create table revocation (
    user_pool_id text        not null,
    sub          text        not null,
    before       timestamptz not null,
    primary key (user_pool_id, sub)
);

create index revocation_before on revocation (before);

alter table revocation enable row level security;
alter table revocation force row level security;
create policy revocation_rows on revocation
    using (user_pool_id = current_setting('connector.user_pool', true)
           or current_setting('connector.app', true) = '*');

create trigger revocation_change after insert or update or delete on revocation
    for each statement execute function count_change('revocation');

-- How far an app's operators may go, and what its audit trail keeps.
alter table app
    add column prevent_escalation   boolean   not null default true,
    add column audit_values         varchar[] not null default '{}',
    add column audit_retention_days integer   not null default 365
        check (audit_retention_days between 1 and 3650);
