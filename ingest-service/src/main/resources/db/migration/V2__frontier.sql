create table host (
  name         text        primary key,
  next_at      timestamptz not null default now(),
  failures     integer     not null default 0,
  crawl_delay  bigint      not null default 0,
  robots_status integer,
  robots_text  text,
  robots_until timestamptz
);

comment on table host is 'whose turn it is: a host is asked one thing at a time, and not before next_at';
comment on column host.crawl_delay is 'in milliseconds, as its robots.txt asks';

create table frontier (
  id            text        not null,
  kind          text        not null,
  source        text        not null,
  address       text        not null,
  host          text        not null references host,
  priority      smallint    not null,
  due_at        timestamptz not null default now(),
  state         text        not null,
  reason        text        not null,
  hop           text,
  hops          smallint    not null default 0,
  interval_ms   bigint      not null,
  failures      integer     not null default 0,
  missing_since timestamptz,
  etag          text,
  last_modified text,
  sha256        text,
  robots        text,
  last_at       timestamptz,
  listing       text,
  number        integer,
  lease         text,
  primary key (id, kind)
);
create index frontier_turn on frontier (host, priority, due_at);
create index frontier_by_source on frontier (source, kind);

comment on column frontier.host is 'of the address, or of the hop where a redirect waits for its turn';
comment on column frontier.priority is '0 first page of a listing, 1 never fetched, 2 seen before';
comment on column frontier.due_at is 'not before this; taking an entry moves it past the lease, so that a dead holder loses it';
comment on column frontier.hop is 'where a redirect leads, to be fetched in that host''s turn';
comment on column frontier.sha256 is 'of the body that the validators belong to';
comment on column frontier.listing is 'id of the first page of the listing that a listing page belongs to';
comment on column frontier.number is 'of a listing page, 0 for the first';
