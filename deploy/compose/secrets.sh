#!/bin/sh
# secrets.sh [FOLDER]: makes the passwords of PostgreSQL's roles, and the files that hand them to the service, once.
# The files are readable so that containers can read them as their own users; the folder is not.
set -eu
folder=${1:-$(dirname "$0")/../secrets}
umask 077
mkdir -p "$folder"
cd "$folder"

password() {
    [ -e "$1" ] || od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$1"
}

password postgres-password
password owner-password
password service-password
printf 'quarkus.flyway.username=connector_owner\nquarkus.flyway.password=%s\n' "$(cat owner-password)" >owner.properties
printf 'quarkus.datasource.password=%s\n' "$(cat service-password)" >service.properties
chmod 0444 postgres-password owner-password service-password
chmod 0644 owner.properties service.properties
