create table page (
  id         text        primary key,
  url        text        not null unique,
  source     text        not null,
  revisions  integer     not null default 0,
  latest_at  timestamptz,
  created_at timestamptz not null default now()
);
create index page_by_source on page (source, id);

comment on column page.revisions is 'how many captures have arrived; the last number given out';
comment on column page.latest_at is 'the time of the latest capture, or of the last look that found it unchanged';

create table body (
  sha256 text    primary key,
  size   integer not null,
  zstd   bytea   not null
);
-- The bytes are compressed already.
alter table body alter column zstd set storage external;

create table revision (
  page            text        not null references page,
  number          integer     not null,
  fetched_at      timestamptz not null,
  seen_at         timestamptz not null,
  arrived_at      timestamptz not null,
  origin          text        not null,
  state           text        not null,
  final_url       text        not null,
  http_status     integer,
  etag            text,
  last_modified   text,
  content_type    text,
  charset         text,
  sha256          text        references body,
  text_sha256     text,
  published       boolean     not null,
  outcome         text        not null,
  outcome_text    text        not null,
  outcome_version bigint      not null default 0,
  parsed_charset  text,
  primary key (page, number),
  unique (page, fetched_at)
);

comment on column revision.number is 'counts arrivals; fetched_at orders';
comment on column revision.seen_at is 'the last look that found the same content';
comment on column revision.published is 'false where only bytes differ from the revision before';
comment on column revision.parsed_charset is 'what the parser decoded the body with';

create table outbox (
  id          bigint      generated always as identity primary key,
  page        text        not null,
  revision    integer     not null,
  state       text        not null default 'ready',
  reason      text,
  attempts    integer     not null default 0,
  due_at      timestamptz not null default now(),
  lease       text,
  traceparent text,
  created_at  timestamptz not null default now(),
  foreign key (page, revision) references revision
);
create index outbox_ready on outbox (page, id) where state = 'ready';
create index outbox_due on outbox (due_at) where state = 'ready';
create index outbox_parked on outbox (page) where state = 'parked';

comment on table outbox is 'revisions on their way to Kafka; a row is deleted once Kafka has acknowledged it';
comment on column outbox.due_at is 'not before this; taking a row moves it past the lease, so that a dead holder loses it';
