create table alert (
  id            uuid        primary key,
  owner         text        not null,
  name          text        not null,
  query         text        not null,
  events        text[]      not null,
  causes        text[]      not null,
  url           text        not null,
  secret        text        not null,
  enabled       boolean     not null,
  off_reason    text,
  off_at        timestamptz,
  failing_since timestamptz,
  created_at    timestamptz not null,
  changed_at    timestamptz not null
);
create index alert_owner on alert (owner, created_at);

comment on column alert.owner is 'the id of the caller who made it';
comment on column alert.query is 'the parameters of a search, as JSON';
comment on column alert.secret is 'as it is, since messages are signed with it';

create table delivery (
  id            uuid        primary key,
  alert_id      uuid        not null references alert on delete cascade,
  change_id     text        not null,
  exchange_id   text,
  event         text        not null,
  body          text        not null,
  state         text        not null check (state in ('waiting', 'delivered', 'failed')),
  attempts      int         not null,
  due_at        timestamptz,
  claimed_until timestamptz,
  created_at    timestamptz not null,
  ended_at      timestamptz,
  last_status   int,
  last_reason   text,
  unique (alert_id, change_id)
);
create index delivery_due on delivery (alert_id, due_at) where state = 'waiting';
create index delivery_log on delivery (alert_id, created_at desc, id desc);
create index delivery_told on delivery (alert_id, exchange_id);
create index delivery_age on delivery (created_at);

comment on column delivery.claimed_until is 'until then it belongs to the instance that sends it';

create table delivery_attempt (
  id          uuid        primary key,
  delivery_id uuid        not null references delivery on delete cascade,
  number      int         not null,
  at          timestamptz not null,
  status      int,
  duration_ms bigint      not null,
  reason      text,
  unique (delivery_id, number)
);
