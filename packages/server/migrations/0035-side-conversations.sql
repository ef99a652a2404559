-- What agents write about a ticket to somebody else (a bank, a partner) by e-mail, and what comes back.
create table side_conversations (
  id uuid primary key,
  ticket_id uuid not null references tickets on delete cascade,
  -- Letters leave from it and come back to it.
  inbox_id uuid not null references inboxes,
  subject text not null,
  -- Addresses, in lower case, that it is held with.
  parties text[] not null,
  state text not null check (state in ('open', 'done')),
  message_count integer not null,
  -- Messages that came in and that the ticket's agent has not seen.
  unread integer not null,
  created_by uuid not null,
  created_by_name text not null,
  -- The agent and the key their client chose: a retry falls on this.
  client_key text not null,
  created_at timestamptz not null,
  last_activity_at timestamptz not null,
  unique (ticket_id, client_key)
);

create table side_messages (
  side_id uuid not null references side_conversations on delete cascade,
  seq integer not null,
  id uuid not null unique,
  direction text not null check (direction in ('in', 'out')),
  -- The agent who wrote it; null for what came in.
  author_id uuid,
  author_name text,
  from_address text not null,
  from_name text,
  -- It comes from one of the parties.
  known boolean not null,
  -- A machine wrote it.
  automatic boolean not null,
  body text not null,
  history text not null,
  attachment_ids uuid[] not null,
  -- Message-ID, as in `letters`.
  header_id text not null,
  client_key text,
  delivery_state text,
  delivery_error text,
  created_at timestamptz not null,
  primary key (side_id, seq),
  unique (side_id, client_key)
);
create index side_messages_by_header on side_messages (header_id);

alter table tickets
  -- Messages of its side conversations that its agent has not seen.
  add column side_unread integer not null default 0;
