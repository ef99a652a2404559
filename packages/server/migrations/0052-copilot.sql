-- What the copilot offered to agents, and what became of it.
create table copilot_offers (
  id uuid primary key,
  conversation_id uuid not null references conversations on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  -- The customer's last message when it was made: each of them brings offers of its own.
  seq integer not null,
  kind text not null check (kind in ('draft', 'step', 'macro', 'similar', 'fields')),
  -- Names it among those of its kind: a passage, a flow, a macro, a ticket.
  what text not null,
  locale text not null,
  -- Of what may be sent, and is not what the exchange said of a customer: its words, which are compared with those that were sent.
  said text,
  sources jsonb not null default '[]',
  made_at timestamptz not null,
  -- Null: it was never on a screen.
  shown_at timestamptz,
  fate text check (fate in ('accepted', 'edited', 'rejected')),
  -- How much of it was changed: 0 to 1.
  edited_share real,
  -- The message that it became.
  message_id uuid,
  decided_at timestamptz,
  unique (conversation_id, agent_id, seq, kind, what)
);
create index copilot_offers_by_time on copilot_offers (made_at);

-- What was solved about one thing, the latest first.
create index tickets_done_by_category on tickets (category, updated_at desc) where status in ('solved', 'closed');
