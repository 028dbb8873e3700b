-- What callers may still ask, for all replicas. No row is an app's: the id names caller and app, the state is a number.
create table rate_bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint default 0
);

create index rate_bucket_expires_at on rate_bucket (expires_at);
