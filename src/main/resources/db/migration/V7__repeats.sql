-- Answers to requests that named a key, so that a repeat gets the same one. No column holds what a caller has sent: caller,
-- key and request are hashes, and the answer is encrypted. Requests that concern no app have the id -.
create table idempotency (
    app_id       text        not null,
    caller       text        not null,
    key          text        not null,
    request      text        not null,
    attempt      integer     not null default 1,
    started_at   timestamptz not null default now(),
    leased_until timestamptz not null,
    expires_at   timestamptz not null,
    answer       text,
    primary key (app_id, caller, key)
);

create index idempotency_expires_at on idempotency (expires_at);

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy idempotency_rows on idempotency
    using (app_id = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');

-- Who changes something that only one may change at a time, on whatever replica. No row is an app's: users
-- are named by pool and sub, while somebody changes them.
create table turn (
    name       text primary key,
    holder     uuid        not null,
    held_until timestamptz not null
);
