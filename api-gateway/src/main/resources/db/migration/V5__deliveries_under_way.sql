create index delivery_claimed on delivery (alert_id, claimed_until) where claimed_until is not null;

comment on index delivery_claimed is 'for counting what of an alert is under way, however much of it waits';
