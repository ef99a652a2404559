-- What customers are promised who write while nobody is there; a day is what the exchange promises for most cases.
alter table inboxes add column answer_hours integer not null default 24 check (answer_hours between 1 and 168);
