-- A customer may be told of a ticket in a chat that they connected to their account, instead of by letters: `email` is null then.
alter table ticket_addresses
  alter column email drop not null,
  add column inbox_id uuid references inboxes on delete cascade,
  -- Since when that chat was connected when it was chosen: another connection is not what they chose.
  add column bound_at timestamptz,
  add column chosen_at timestamptz;

-- How an occasion was told of. Before, all of them were by letters.
alter table ticket_letters
  add column kind text,
  -- email, chat, or nothing.
  add column way text not null default 'email',
  -- Of the chat that it was told in, or that could not be reached.
  add column channel text,
  -- Why it was not told in the chat that was chosen, and the platform's words.
  add column trouble text,
  add column reason text;
