alter table revision add column headers text;
alter table revision add column robots text;
create index revision_by_body on revision (sha256);

comment on column revision.headers is 'of the response, a line each, as received and in that order';
comment on column revision.robots is 'what robots.txt said when it was fetched';

alter table body alter column zstd drop not null;
alter table body add column dropped_at timestamptz;

comment on column body.dropped_at is 'when retention dropped the bytes; null while they are there';

create table lease (
  name   text        primary key,
  holder text        not null,
  until  timestamptz not null
);

comment on table lease is 'work that one instance does for all; free again after until, so that a dead holder loses it';

alter table outbox add column replay boolean not null default false;
create index outbox_replay on outbox (page) where replay;

comment on column outbox.replay is 'published before, and on its way once more';

create table replay (
  source     text        primary key,
  from_at    timestamptz not null,
  to_at      timestamptz not null,
  state      text        not null,
  reason     text,
  total      bigint      not null,
  queued     bigint      not null default 0,
  after_page text        not null default '',
  after_at   timestamptz not null default 'epoch',
  started_at timestamptz not null default now(),
  moved_at   timestamptz not null default now(),
  ended_at   timestamptz
);

comment on table replay is 'the latest replay of each source, and how far it has come';
comment on column replay.after_page is 'with after_at the revision that was put into the outbox last; a crash resumes after it';
