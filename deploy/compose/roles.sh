#!/bin/sh
# Once, when PostgreSQL makes its data: the two roles of docs/operations.md, and their database.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --no-psqlrc \
    --set owner_password="$(cat /run/secrets/owner-password)" \
    --set service_password="$(cat /run/secrets/service-password)" <<'SQL'
create role connector_owner login password :'owner_password';
create role connector login password :'service_password';
create database connector owner connector_owner;
revoke temporary on database connector from public;
\connect connector
revoke create on schema public from public;
SQL
