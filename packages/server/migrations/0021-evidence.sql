-- Files of comments: bound to the ticket, as those of messages are to their thread.
alter table attachments add column ticket_id uuid;
create index attachments_by_ticket on attachments (ticket_id) where ticket_id is not null;
drop index attachments_unsent;
create index attachments_unsent on attachments (created_at) where conversation_id is null and ticket_id is null;
alter table ticket_comments add column attachment_ids uuid[] not null default '{}';
