-- Where people answer: whether the assistant prepares what it would say. Letters and forms always had that; platforms begin without it.
alter table inboxes add column drafts boolean not null default true;
update inboxes set drafts = false where channel in ('telegram', 'facebook', 'x', 'wechat');
