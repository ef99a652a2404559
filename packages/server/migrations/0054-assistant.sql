-- Whether the assistant answers first what begins in an inbox.
alter table inboxes add column assistant boolean not null default false;

-- Where the bot has it from: titles and addresses of articles, in the order of their marks.
alter table messages add column sources jsonb;

-- What the assistant keeps in mind of a conversation: what it asked, what it tried, up to where it has answered.
create table assistant_memories (
  conversation_id uuid primary key references conversations on delete cascade,
  answered_seq integer not null,
  memory jsonb not null,
  updated_at timestamptz not null
);

-- Each turn of the assistant and why it went as it did.
create table assistant_turns (
  id uuid primary key,
  conversation_id uuid not null references conversations on delete cascade,
  -- The customer's message that it answers.
  seq integer not null,
  locale text not null,
  intent text,
  decision text not null,
  milliseconds real not null,
  trace jsonb not null,
  created_at timestamptz not null,
  unique (conversation_id, seq)
);
create index assistant_turns_by_time on assistant_turns (created_at);
