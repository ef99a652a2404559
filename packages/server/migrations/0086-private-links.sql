-- Links in public answers that lead to a private chat. Everybody can open them; only the hash of what stands in them is kept.
create table inbox_private_links (
  inbox_id uuid primary key references inboxes (id),
  chat_inbox_id uuid not null references inboxes (id),
  use text not null
);
create table private_links (
  id uuid primary key,
  code_hash text not null unique,
  -- The public conversation, and who wrote there: only they can prove a chat.
  conversation_id uuid not null references conversations (id),
  inbox_id uuid not null references inboxes (id),
  address text not null,
  thread_key text,
  chat_inbox_id uuid not null references inboxes (id),
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- The chat that was proven, which ends the link; null until then.
  proven_conversation_id uuid references conversations (id)
);
create index private_links_of_conversation on private_links (conversation_id, created_at);
-- Chats that began by a link.
create table private_chats (
  conversation_id uuid primary key references conversations (id),
  link_id uuid not null references private_links (id),
  -- Whether it is proven to be who wrote in public: unproven, proven, other (another chat was).
  standing text not null,
  created_at timestamptz not null,
  -- The code that was given out last to be posted in public; null: none works.
  proof_hash text unique,
  proof_expires_at timestamptz,
  proven_at timestamptz
);
create index private_chats_of_link on private_chats (link_id, created_at);
