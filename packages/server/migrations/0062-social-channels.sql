-- Inboxes of channels with a platform behind them, such as Telegram: what they sign in with, and what is known of the account.
create table social_inboxes (
  inbox_id uuid primary key references inboxes on delete cascade,
  -- Sealed; texts by name, as JSON.
  credentials text not null,
  -- Sealed; what the platform proves its requests by, newest first, as JSON.
  webhook_secrets text not null,
  -- Who we are on the platform: name, handle, link. Null until it has told us.
  account jsonb,
  last_contact_at timestamptz,
  -- A code of the catalogue, and the platform's words.
  last_error jsonb
);

-- Where a conversation is held: a chat, or a thread below a post.
create table social_threads (
  conversation_id uuid primary key references conversations on delete cascade,
  inbox_id uuid not null references inboxes on delete cascade,
  address text not null,
  thread_key text,
  -- When the customer last wrote, by our clock: some platforms let us answer for some time only.
  last_inbound_at timestamptz not null
);
create index social_threads_by_address on social_threads (inbox_id, address, last_inbound_at);

-- What was taken in, by the platform's own id, so that what comes twice is known.
create table social_messages (
  conversation_id uuid not null references conversations on delete cascade,
  inbox_id uuid not null references inboxes on delete cascade,
  external_id text not null,
  message_id uuid,
  created_at timestamptz not null,
  primary key (inbox_id, external_id)
);
create index social_messages_by_conversation on social_messages (conversation_id);
