#!/bin/sh
# Run once by the postgres image, when its volume is new: the gateway's database beside ingest's. Where the
# volume is older, run it by hand:
#   docker compose exec postgresql sh /docker-entrypoint-initdb.d/gateway-database.sh
set -eu
psql --set ON_ERROR_STOP=1 --set password="$GATEWAY_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role gateway login password :'password';
create database gateway owner gateway;
SQL
