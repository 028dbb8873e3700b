-- Who did what: a chain for each app, and one, named -, for what concerns no app. Each row has the hash of the one before it.
-- Chains outlive their apps, so nothing here refers to the table app.

-- Where a chain ends, and where it begins now that older rows were removed.
create table audit_head (
    chain       text primary key,
    seq         bigint      not null default 0,
    hash        text        not null default '',
    at          timestamptz not null default 'epoch',
    anchor_seq  bigint      not null default 0,
    anchor_hash text        not null default '',
    anchor_at   timestamptz
);

create table audit (
    chain         text        not null,
    seq           bigint      not null,
    format        smallint    not null,
    at            timestamptz not null,
    caller_kind   text        not null,
    client_id     text        not null,
    subject       text        not null,
    operation     text        not null,
    target        text,
    part          text,
    user_sub      text,
    outcome       text        not null check (outcome in ('SUCCEEDED', 'REFUSED', 'FAILED', 'UNKNOWN')),
    status        integer,
    problem       text,
    trace_id      text        not null,
    changed       varchar[]   not null,
    new_values    varchar[]   not null,
    previous_hash text        not null,
    hash          text        not null,
    primary key (chain, seq)
);

-- One for each filter, in the order of the list.
create index audit_at on audit (chain, at);
create index audit_operation on audit (chain, operation, seq);
create index audit_client on audit (chain, client_id, seq);
create index audit_subject on audit (chain, subject, seq);
create index audit_target on audit (chain, target, seq);
create index audit_part on audit (chain, part, seq) where part is not null;
create index audit_user_sub on audit (chain, user_sub, seq) where user_sub is not null;

-- What has begun and has no row yet.
create table audit_intent (
    id          uuid primary key,
    chain       text        not null,
    asked_at    timestamptz not null default now(),
    caller_kind text        not null,
    client_id   text        not null,
    subject     text        not null,
    operation   text        not null,
    target      text,
    part        text,
    trace_id    text        not null
);

create index audit_intent_asked_at on audit_intent (asked_at);

-- What names that could be addresses are hashed with, made once.
create table audit_key (
    key text primary key
);

insert into audit_key
select encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');

alter table audit enable row level security;
alter table audit force row level security;
create policy audit_rows on audit
    using (chain = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');

alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy audit_head_rows on audit_head
    using (chain = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');

alter table audit_intent enable row level security;
alter table audit_intent force row level security;
create policy audit_intent_rows on audit_intent
    using (chain = current_setting('connector.app', true)
           or current_setting('connector.app', true) = '*');

-- As the owner, since the service may not write heads: locks the end of a chain until the transaction ends, and tells the
-- time of the next row, which is never before that of the last one, whatever clocks do.
create function lock_audit_head(of_chain text, out seq bigint, out hash text, out at timestamptz)
    language sql security definer
begin atomic
    insert into audit_head as head (chain) values (of_chain)
    on conflict (chain) do update set chain = excluded.chain
    returning head.seq, head.hash, greatest(clock_timestamp(), head.at);
end;

-- As the owner: a row comes behind the last one or not at all.
create function move_audit_head() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    moved bigint;
begin
    execute format('update %I.audit_head set seq = $2, hash = $3, at = $4'
                   ' where chain = $1 and seq = $2 - 1 and hash = $5 and at <= $4 and $4 <= clock_timestamp()',
                   tg_table_schema)
        using new.chain, new.seq, new.hash, new.at, new.previous_hash;
    get diagnostics moved = row_count;
    if moved <> 1 then
        raise exception 'The audit chain "%" does not go on with row %', new.chain, new.seq;
    end if;
    return new;
end;
$$;

create trigger audit_head before insert on audit
    for each row execute function move_audit_head();

-- As the owner, since the service may not delete rows: removes the oldest rows of a chain if the app keeps none of that age,
-- and anchors the rest. Where there is no app any more, or never was, its caller says for how many days rows are kept; 90 at
-- the least.
create function remove_expired_audit(of_chain text, days_without_app integer, at_most integer) returns bigint
    language sql security definer
begin atomic
    with kept as (
        select now() - make_interval(days => coalesce(
            (select app.audit_retention_days from app where app.id = of_chain), greatest(days_without_app, 90))) as since
    ), removed as (
        delete from audit
        where audit.chain = of_chain
          and audit.seq in (select old.seq from audit old, kept
                            where old.chain = of_chain and old.at < kept.since
                            order by old.at, old.seq limit at_most)
        returning audit.seq, audit.hash, audit.at
    ), anchored as (
        update audit_head set anchor_seq = last.seq, anchor_hash = last.hash, anchor_at = last.at
        from (select r.seq, r.hash, r.at from removed r order by r.seq desc limit 1) last
        where audit_head.chain = of_chain
    )
    select count(*) from removed;
end;

revoke all on function lock_audit_head(text), move_audit_head(), remove_expired_audit(text, integer, integer) from public;
