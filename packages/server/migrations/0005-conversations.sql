create sequence conversation_numbers start 1001;

create table conversations (
  id uuid primary key,
  number bigint not null unique default nextval('conversation_numbers'),
  version integer not null default 1,
  state text not null check (state in ('bot', 'queued', 'assigned', 'closed')),
  channel text not null,
  inbox_id uuid not null references inboxes,
  topic text,
  language text not null,
  locale text not null,
  customer_id uuid not null references customers,
  team_id uuid not null references teams,
  assignee_id uuid references agents,
  accepted boolean not null default false,
  offered_at timestamptz,
  queued_at timestamptz,
  -- Who let an offer lapse, and when: not asked again at once.
  declined_by uuid,
  declined_at timestamptz,
  priority integer not null default 0,
  last_seq integer not null default 0,
  last_public_seq integer not null default 0,
  preview_text text,
  preview_author text,
  waiting_since timestamptz,
  expected_minutes integer,
  -- Up to which public place answers were sent on by e-mail.
  mailed_seq integer not null default 0,
  agent_read_seq integer not null default 0,
  agent_read_public_seq integer not null default 0,
  customer_delivered_seq integer not null default 0,
  customer_read_seq integer not null default 0,
  close_reason text,
  previous_id uuid references conversations,
  -- The client's key of the message that started it, so that a retry starts nothing twice.
  start_key text,
  created_at timestamptz not null,
  last_activity_at timestamptz not null,
  closed_at timestamptz,
  unique (customer_id, start_key)
);
-- One index per list of the inbox, so that each is a short walk however many conversations there are.
create index conversations_by_assignee on conversations (assignee_id, last_activity_at desc, id desc) where state <> 'closed';
create index conversations_by_team on conversations (team_id, last_activity_at desc, id desc) where state <> 'closed';
create index conversations_open on conversations (last_activity_at desc, id desc) where state <> 'closed';
create index conversations_queued on conversations (priority desc, queued_at, id) where state = 'queued';
create index conversations_closed on conversations (last_activity_at desc, id desc) where state = 'closed';
create index conversations_closed_by_team on conversations (team_id, last_activity_at desc, id desc) where state = 'closed';
create index conversations_offered on conversations (offered_at) where state = 'assigned' and not accepted;
create index conversations_by_customer on conversations (customer_id, last_activity_at desc, id desc);

create table messages (
  conversation_id uuid not null references conversations on delete cascade,
  seq integer not null,
  -- Its place among what the customer sees; null for notes and internal lines.
  public_seq integer,
  id uuid not null,
  kind text not null check (kind in ('text', 'note', 'system')),
  author_type text not null check (author_type in ('customer', 'agent', 'bot', 'system')),
  author_id uuid,
  author_name text,
  body text not null,
  system_key text,
  system_params jsonb,
  attachment_ids uuid[] not null default '{}',
  mentions uuid[] not null default '{}',
  -- The author and the key their client chose: a retry falls on this.
  client_key text,
  created_at timestamptz not null,
  delivery_state text,
  delivery_error text,
  primary key (conversation_id, seq),
  unique (conversation_id, client_key)
);
create index messages_public on messages (conversation_id, public_seq) where public_seq is not null;

create table mentions (
  agent_id uuid not null references agents on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  seq integer not null,
  created_at timestamptz not null,
  primary key (agent_id, conversation_id, seq)
);

-- Words of messages for the inbox's search, cut by the server (bigrams for Chinese, Japanese and Korean); written after the fact.
create table message_search (
  conversation_id uuid not null references conversations on delete cascade,
  seq integer not null,
  tokens tsvector not null,
  primary key (conversation_id, seq)
);
create index message_search_tokens on message_search using gin (tokens);

create table uploads (
  id uuid primary key,
  owner_type text not null check (owner_type in ('customer', 'agent')),
  owner_id uuid not null,
  name text not null,
  size bigint not null,
  received bigint not null default 0,
  created_at timestamptz not null,
  completed_at timestamptz
);
create index uploads_unfinished on uploads (created_at) where completed_at is null;

create table attachments (
  id uuid primary key,
  -- Who brought it, and the thread it was sent in; null until a message carries it.
  owner_type text not null check (owner_type in ('customer', 'agent')),
  owner_id uuid not null,
  conversation_id uuid,
  name text not null,
  type text not null,
  size bigint not null,
  width integer,
  height integer,
  has_preview boolean not null default false,
  created_at timestamptz not null
);
create index attachments_by_conversation on attachments (conversation_id);
create index attachments_unsent on attachments (created_at) where conversation_id is null;
