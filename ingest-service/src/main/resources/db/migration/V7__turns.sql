alter table host add column lease text;

comment on column host.lease is 'who had the last turn; whose lease ran out has lost it to another one here';

-- So that what concerns few entries does not read a million pages.
create index frontier_listings on frontier (source) where kind <> 'page';
create index frontier_fresh on frontier (source, found_at) where kind = 'page' and fresh;
