create table erasure (
  id           text        primary key,
  page         text        not null references page,
  exchange     text,
  exchanges    text[]      not null default '{}',
  reason       text        not null,
  reason_text  text        not null,
  reference    text,
  demanded_by  text        not null,
  demanded_at  timestamptz not null,
  revision     integer,
  revisions    integer     not null default 0,
  bodies       integer     not null default 0,
  records      integer,
  rewritten_at timestamptz,
  done_at      timestamptz
);
create index erasure_by_page on erasure (page);
create index erasure_by_time on erasure (demanded_at, id);
create index erasure_open on erasure (demanded_at) where done_at is null;

comment on table erasure is 'what was taken away on demand, without any of its content; rows stay for ever';
comment on column erasure.exchange is 'the exchange that was suppressed; null where the page was erased as a whole';
comment on column erasure.exchanges is 'ids of all exchanges that an erased page had';
comment on column erasure.revision is 'the last revision of an erased page, which says so; null for an exchange';
comment on column erasure.records is 'how many records of the topic of briefings were answered; null before';

create table erased_revision (
  page       text        not null references page,
  number     integer     not null,
  fetched_at timestamptz not null,
  sha256     text,
  primary key (page, number)
);

comment on table erased_revision is 'what revisions of erased pages there were';

alter table page add column erasure text;
alter table page add column seal text;

comment on column page.erasure is 'id of the erasure that took the page away as a whole, or null';
comment on column page.seal is 'id of the first erasure of an exchange of the page, since which its bodies are not served';
