-- When Cognito can be asked next: a row for each AWS account, region and quota category, and for each pool and operation that
-- is limited by itself. Unlogged, since what a crash loses is at most some seconds of learning. No row is an app's.
create unlogged table quota_bucket (
    name         text primary key,
    -- Requests a second that the last claim was counted by, and the seconds between its slots.
    rate         double precision not null,
    step         double precision not null,
    -- The theoretical arrival time: when the next slot starts.
    tat          timestamptz      not null,
    -- How much of the rate Cognito has granted lately, and how much it was when it granted no more; as of factor_at.
    factor       double precision not null default 1,
    ceiling      double precision not null default 1,
    factor_at    timestamptz      not null default clock_timestamp(),
    -- Calls a second lately, as of used_at.
    used         double precision not null,
    used_at      timestamptz      not null,
    throttled_at timestamptz
) with (fillfactor = 50);

-- The factor now: it recovers by a tenth a second up to 95 % of where Cognito stopped granting, from there by a hundredth.
create function quota_factor(factor double precision, ceiling double precision, since interval) returns double precision
    language sql immutable parallel safe
    return case
        when factor + 0.1 * extract(epoch from since)::double precision <= 0.95 * ceiling
            then factor + 0.1 * extract(epoch from since)::double precision
        else least(1, greatest(factor, 0.95 * ceiling)
            + 0.01 * (extract(epoch from since)::double precision - greatest(0, 0.95 * ceiling - factor) / 0.1))
    end;

revoke all on function quota_factor(double precision, double precision, interval) from public;

-- Which AWS account a pool is in; a pool never moves.
create table pool_account (
    user_pool_id text primary key,
    account      text not null
);

-- Requests a second by quota category, where they are not the platform's.
alter table app
    add column quotas jsonb not null default '{}';
