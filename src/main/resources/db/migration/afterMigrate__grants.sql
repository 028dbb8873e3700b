-- What the role that serves requests may do, said anew at each start, so that another role can take its place. A replica that
-- was only given that role finds everything granted.
do $$
begin
    if (select relowner from pg_class where oid = to_regclass('app')) = (select oid from pg_roles where rolname = current_user)
    then
        grant select, insert, update, delete on app, app_secret, revocation, rate_bucket to "${service-role}";
        grant select on change, flyway_schema_history to "${service-role}";
    end if;
end;
$$;
