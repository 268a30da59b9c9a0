alter table host add column lease text;

comment on column host.lease is 'who had the last turn; whose lease ran out has lost it to another one here';
