-- Bulk work. A job has rows, and each row one outcome. What a row holds of a person is encrypted; what it is found by is a
-- keyed hash whose key is encrypted in its job.
create table job (
    id          uuid primary key,
    app_id      text        not null references app (id) on delete cascade,
    user_pool_id text       not null,
    kind        text        not null check (kind in ('IMPORT', 'BULK')),
    mode        text check (mode in ('CREATE', 'UPSERT', 'SYNC')),
    on_missing  text check (on_missing in ('DISABLE', 'DELETE')),
    max_deletes integer check (max_deletes >= 0),
    dry_run     boolean     not null,
    -- UPLOADING is no job yet for anybody but the upload itself.
    state       text        not null
        check (state in ('UPLOADING', 'QUEUED', 'RUNNING', 'PAUSED', 'COMPLETED', 'CANCELLED', 'FAILED')),
    -- Before its rows are worked on somebody may have to add rows, on one replica at a time, or open rejected ones again.
    stage       text        not null check (stage in ('PREPARE', 'REOPEN', 'ROWS', 'EXPIRED')),
    uploaded    integer     not null default 0,
    total       integer     not null default 0,
    caller      text       not null,
    created_by  text        not null,
    salt        text       not null,
    problem     text,
    created_at  timestamptz not null default now(),
    started_at  timestamptz,
    ended_at    timestamptz,
    touched_at  timestamptz not null default now(),
    replica     uuid,
    epoch       integer     not null default 0
);

create index job_open on job (created_at) where state in ('QUEUED', 'RUNNING');
create index job_of_app on job (app_id, created_at desc, id desc);
create index job_all on job (created_at desc, id desc);
create index job_idle on job (touched_at);

create table job_row (
    job_id       uuid    not null references job (id) on delete cascade,
    row          integer not null,
    app_id       text    not null,
    work         text    not null,
    key          text   not null,
    key_hash     text   not null,
    -- Null when there is nothing more to do.
    payload      text,
    not_before   timestamptz,
    -- Counts the claims: whoever claimed it before has lost it.
    epoch        integer not null default 0,
    tries        integer not null default 0,
    replica      uuid,
    first_at     timestamptz,
    outcome      text check (outcome in ('CREATED', 'UPDATED', 'UNCHANGED', 'DELETED', 'REJECTED')),
    problem      text,
    password     text,
    primary key (job_id, row)
);

create index job_row_key on job_row (key_hash, row);
create index job_row_open on job_row (job_id, row) where outcome is null;
create index job_row_outcome on job_row (job_id, outcome, row) where outcome is not null;
create index job_row_password on job_row (job_id, row) where password is not null;

-- How many rows of a job have ended how, and how fast lately: in shards, so that those who count do not wait for each other.
create table job_tally (
    job_id    uuid             not null references job (id) on delete cascade,
    shard     smallint         not null,
    app_id    text             not null,
    created   integer          not null default 0,
    updated   integer          not null default 0,
    unchanged integer          not null default 0,
    deleted   integer          not null default 0,
    rejected  integer          not null default 0,
    rate      double precision not null default 0,
    rate_at   timestamptz      not null default clock_timestamp(),
    primary key (job_id, shard)
);

-- Replicas that work on rows. A row that a replica has claimed is its own for as long as that one is alive.
create table job_replica (
    id          uuid primary key,
    alive_until timestamptz not null
);

alter table job enable row level security;
alter table job force row level security;
create policy job_rows on job
    using (app_id = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');
create policy job_rows_of_client on job for select
    using (exists (select 1 from app
                   where app.id = job.app_id
                     and app.user_pool_id = current_setting('connector.user_pool', true)
                     and current_setting('connector.client', true) = any (app.client_ids)));

alter table job_row enable row level security;
alter table job_row force row level security;
create policy job_row_rows on job_row
    using (app_id = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');

alter table job_tally enable row level security;
alter table job_tally force row level security;
create policy job_tally_rows on job_tally
    using (app_id = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');
create policy job_tally_rows_of_client on job_tally for select
    using (exists (select 1 from app
                   where app.id = job_tally.app_id
                     and app.user_pool_id = current_setting('connector.user_pool', true)
                     and current_setting('connector.client', true) = any (app.client_ids)));
