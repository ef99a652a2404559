-- Inboxes of the channel email: where letters arrive and leave.
create table email_inboxes (
  inbox_id uuid primary key references inboxes on delete cascade,
  -- From, and where letters arrive; lower case.
  address text not null unique,
  from_name text not null,
  -- Text by locale.
  signatures jsonb not null default '{}',
  -- Null: nothing is fetched.
  imap jsonb,
  -- Null: nothing can be answered.
  smtp jsonb,
  dkim jsonb,
  -- Sealed; passwords and keys as JSON.
  secrets text,
  last_contact_at timestamptz,
  -- A code of the catalogue, and the server's words.
  last_error jsonb
);

-- What is known of each letter beside its message, or instead of one: reports and automatic mail open no conversation.
create table letters (
  id uuid primary key,
  inbox_id uuid not null references inboxes on delete cascade,
  direction text not null check (direction in ('in', 'out')),
  -- Message-ID without angle brackets; of a letter without one a name made of its bytes.
  header_id text not null,
  conversation_id uuid references conversations on delete cascade,
  message_id uuid,
  kind text not null check (kind in ('letter', 'bounce', 'complaint', 'automatic', 'list')),
  subject text not null,
  parties jsonb not null,
  -- Message-IDs of References and In-Reply-To, oldest first.
  refs text[] not null default '{}',
  -- Sanitised.
  html text,
  body jsonb,
  proof jsonb,
  -- The payload in which it lies as it came.
  raw_key text,
  created_at timestamptz not null,
  unique (inbox_id, direction, header_id)
);
create index letters_by_header on letters (header_id);
create index letters_by_conversation on letters (conversation_id, created_at) where conversation_id is not null;
create index letters_by_sender on letters (inbox_id, lower(parties->'from'->>'address'), created_at) where direction = 'in';
create index letters_by_message on letters (message_id) where message_id is not null;

-- Which node fetches the letters of an inbox, and until when unless it says so again.
alter table email_inboxes add column fetched_by text, add column fetched_until timestamptz;

-- How far each mailbox was read (RFC 3501 section 2.3.1.1); moves with the letter that was stored.
create table mailboxes (
  inbox_id uuid not null references email_inboxes on delete cascade,
  name text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  primary key (inbox_id, name)
);
