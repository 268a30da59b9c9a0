alter table frontier
  add column found_at         timestamptz      not null default now(),
  add column fresh            boolean          not null default false,
  add column looks            integer          not null default 0,
  add column looked_at        timestamptz,
  add column changed_at       timestamptz,
  add column changes          integer          not null default 0,
  add column changes_expected double precision not null default 0,
  add column doubted          boolean          not null default false;
create index frontier_found on frontier (source, found_at) where kind = 'page';

comment on column frontier.found_at is 'when the address was first linked';
comment on column frontier.fresh is 'found by a listing that had been looked at before, and so published just now';
comment on column frontier.looks is 'how often it was read, or was as it was';
comment on column frontier.looked_at is 'the last of these looks';
comment on column frontier.changed_at is 'the look that found what is there now';
comment on column frontier.changes is 'how many edits were seen';
comment on column frontier.changes_expected is 'how many edits a page of common liveliness would have had, as often as it was looked at';
comment on column frontier.doubted is 'the last answer was a 304 that the next request checks';

update frontier set looks = 1, looked_at = last_at, changed_at = last_at
 where last_at is not null and state in ('watched', 'missing', 'gone');

alter table host
  add column failing_since timestamptz,
  add column failure       text,
  add column distrust      text;

comment on column host.failing_since is 'the first of the failures in a row, or null';
comment on column host.failure is 'the last of the failures in a row, or null';
comment on column host.distrust is 'why its 304s are not believed, or null where they are';

create table visit (
  id      bigint      generated always as identity primary key,
  source  text        not null,
  entry   text        not null,
  kind    text        not null,
  address text        not null,
  target  text,
  result  text        not null,
  cause   text,
  reason  text        not null,
  at      timestamptz not null
);
create index visit_by_source on visit (source, id);
create index visit_by_time on visit (at);

comment on table visit is 'what came of the visits of the last day, in order: rows are added under an advisory lock, so that their ids are seen in order';
comment on column visit.target is 'where a redirect led, or null';
comment on column visit.cause is 'why it came to nothing, in a few words, or null where it did not';

create table listing_yield (
  id      text             primary key,
  source  text             not null,
  address text             not null,
  usual   double precision not null default 0,
  barren  integer          not null default 0,
  since   timestamptz
);
create index listing_yield_by_source on listing_yield (source);

comment on table listing_yield is 'how many links the listing pages yield';
comment on column listing_yield.usual is 'a sliding mean of those looks that yielded any';
comment on column listing_yield.barren is 'looks in a row that yielded none';
comment on column listing_yield.since is 'the first of them';

create table alarm (
  source   text        not null,
  kind     text        not null,
  text     text        not null,
  seen_at  timestamptz not null,
  since    timestamptz,
  quiet_at timestamptz,
  primary key (source, kind)
);

comment on column alarm.seen_at is 'when its cause was first seen';
comment on column alarm.since is 'when it was raised, or null while its cause is still too young';
comment on column alarm.quiet_at is 'since when its cause is not seen any more, or null';

create index if not exists revision_arrived on revision (arrived_at);
