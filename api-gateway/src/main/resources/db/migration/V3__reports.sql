create table report (
  id         bigint      generated always as identity primary key,
  exchange   text        not null,
  version    bigint      not null,
  source     text        not null,
  language   text        not null,
  kind       text        not null,
  text       text        not null,
  contact    text,
  created_at timestamptz not null default now(),
  created_by text        not null,
  closed_at  timestamptz,
  closed_by  text,
  note       text
);

create index report_exchange on report (exchange);
create index report_open on report (id) where closed_at is null;

comment on table report is 'what readers say is wrong with a cut';
comment on column report.version is 'of the briefing that the reader saw';
comment on column report.created_by is 'the id of the caller; all who have no credential share one';
comment on column report.contact is 'as the reader gave it, or null';
