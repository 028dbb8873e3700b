-- What the role that serves requests may do, said anew at each start, so that another role can take its place. A replica that
-- was only given that role finds everything granted.
do $$
begin
    if (select relowner from pg_class where oid = to_regclass('app')) = (select oid from pg_roles where rolname = current_user)
    then
        grant select, insert, update, delete on app, app_secret, revocation, rate_bucket, idempotency, turn, sign_up_confirmation,
            quota_bucket, pool_account
            to "${service-role}";
        grant select, insert, update, delete on job, job_row, job_tally, job_replica to "${service-role}";
        grant select on change, flyway_schema_history to "${service-role}";
        -- What is in the audit trail stays there: the owner's functions move its heads and remove what is too old.
        grant select, insert on audit to "${service-role}";
        grant select on audit_head, audit_key to "${service-role}";
        grant select, insert, update, delete on audit_intent to "${service-role}";
        grant execute on function lock_audit_head(text), remove_expired_audit(text, integer, integer),
            quota_factor(double precision, double precision, interval) to "${service-role}";
    end if;
end;
$$;
