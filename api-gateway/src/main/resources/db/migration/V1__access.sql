create table cursor_secret (
  id         uuid        primary key default gen_random_uuid(),
  secret     bytea       not null check (length(secret) >= 16),
  created_at timestamptz not null default now()
);

comment on table cursor_secret is 'what cursors are signed with: the newest signs, all verify';

create table api_key (
  id           text        primary key,
  hash         bytea       not null check (length(hash) = 32),
  name         text        not null,
  scopes       text[]      not null,
  created_at   timestamptz not null default now(),
  created_by   text        not null,
  last_used_at timestamptz,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  revoked_by   text
);

comment on column api_key.id is 'public: it is part of the key, and stands in logs';
comment on column api_key.hash is 'SHA-256 of the whole key; a slow hash is for what people choose, and this is 256 random bits';
comment on column api_key.created_by is 'the id of the caller who made it';
comment on column api_key.last_used_at is 'to a few minutes';
comment on column api_key.expires_at is 'null where it does not';

create table api_key_edition (
  only_row boolean primary key default true check (only_row),
  edition  bigint  not null
);
insert into api_key_edition (edition) values (0);

comment on table api_key_edition is 'counts changes of api_key, in the same transaction: instances read the keys again when it differs';
