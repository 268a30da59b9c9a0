alter table report add column briefing text;
create index report_briefing on report (briefing);

comment on column report.briefing is 'null in rows of older releases';

alter table delivery
  add column quotes    text[] not null default '{}',
  add column erased_at timestamptz,
  drop constraint delivery_state_check,
  add constraint delivery_state_check check (state in ('waiting', 'delivered', 'failed', 'erased'));

-- In the bodies of older releases names stand as they are, and quotation marks within texts are escaped.
update delivery
set quotes = array_remove(
  array[
    exchange_id,
    substring(body from '"briefingId":"([a-z2-7]{16})"'),
    substring(body from '"previousId":"([a-z2-7]{16})"')],
  null);

create index delivery_quotes on delivery using gin (quotes);

comment on column delivery.quotes is 'the ids of the briefing and the exchanges that the body may quote';
comment on column delivery.erased_at is 'when one of these was erased on demand, and the body emptied';
