alter table frontier
  add column backfill_from date,
  add column backfill_to   date;

comment on column frontier.kind is 'page, listing, sitemap or feed';
comment on column frontier.sha256 is 'of the body that the validators belong to; of a listing page, of its links';
comment on column frontier.listing is 'id of the declared listing, sitemap or feed that an entry belongs to; null for a page';
comment on column frontier.number is 'of a listing page, 0 for the first; of a sitemap, how deep it is nested';
comment on column frontier.backfill_from is 'first day of the backfill that is under way at this page of a listing';
