-- What a macro does to the ticket beside what it says.
alter table macros add column actions jsonb not null default '[]';
