create table source_version (
  single boolean primary key default true check (single),
  number bigint  not null
);
insert into source_version (number) values (0);

comment on table source_version is 'one row; whoever changes a source locks it, counts on, and so is alone';
comment on column source_version.number is 'of the last change; instances read the overrides again when it is another';

create table source_override (
  id          text        primary key,
  declaration text,
  state       text        not null check (state in ('active', 'paused', 'deleted')),
  version     bigint      not null,
  changed_by  text        not null,
  changed_at  timestamptz not null default now()
);

comment on table source_override is 'what was changed over REST; it outranks the source files until it is reset';
comment on column source_override.declaration is 'in YAML or JSON as it was sent; null where the file''s stands';
