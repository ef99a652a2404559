-- Files of comments: bound to the ticket, as those of messages are to their thread.
alter table attachments add column ticket_id uuid;
create index attachments_by_ticket on attachments (ticket_id) where ticket_id is not null;
drop index attachments_unsent;
create index attachments_unsent on attachments (created_at) where conversation_id is null and ticket_id is null;
alter table ticket_comments add column attachment_ids uuid[] not null default '{}';

-- What was seen in the pictures of tickets: of the thread, or of a comment.
create table ticket_pictures (
  file_id uuid primary key,
  conversation_id uuid,
  ticket_id uuid references tickets on delete cascade,
  created_at timestamptz not null,
  -- Of how it looks: 64 bits that a copy keeps but for a few, and 2,048 that tell screens of one application apart. Null where there is nothing to compare.
  hash bigint,
  detail bit(2048),
  -- Whether its words were read: `waiting`, `read`, or `failed` for good.
  reading text not null default 'waiting' check (reading in ('waiting', 'read', 'failed')),
  words text not null default '',
  tokens tsvector not null default '',
  check ((conversation_id is null) <> (ticket_id is null))
);
create index ticket_pictures_by_conversation on ticket_pictures (conversation_id) where conversation_id is not null;
create index ticket_pictures_by_ticket on ticket_pictures (ticket_id) where ticket_id is not null;
create index ticket_pictures_by_tokens on ticket_pictures using gin (tokens);
-- Two hashes that differ in at most seven bits have a band of sixteen in which they differ in at most one.
create index ticket_pictures_band_0 on ticket_pictures (((hash >> 48) & 65535));
create index ticket_pictures_band_1 on ticket_pictures (((hash >> 32) & 65535));
create index ticket_pictures_band_2 on ticket_pictures (((hash >> 16) & 65535));
create index ticket_pictures_band_3 on ticket_pictures ((hash & 65535));
