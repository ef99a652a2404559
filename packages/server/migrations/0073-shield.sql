-- What the shield took out of customers' words: counted, told of on the message, and, of kinds that an administrator switched on, kept sealed for
-- some days.
create table shield_removals (
  conversation_id uuid not null references conversations (id) on delete cascade,
  id uuid not null,
  message_id uuid not null,
  -- Which mark of the text it is, from 0; null for what stood beside it, as in the subject of a letter.
  place integer,
  kind text not null,
  -- Null where it is not known any more.
  certainty text,
  channel text not null,
  locale text not null,
  removed_at timestamptz not null,
  -- An agent said that it was none.
  reported_at timestamptz,
  reported_by uuid,
  -- What was removed, under a data key of its own.
  sealed text,
  data_key text,
  data_key_under text,
  sealed_until timestamptz,
  primary key (conversation_id, id)
);
create index shield_removals_by_message on shield_removals (conversation_id, message_id);
create index shield_removals_by_time on shield_removals (removed_at);
create index shield_removals_sealed on shield_removals (sealed_until) where sealed is not null;
create index shield_removals_by_key on shield_removals (data_key_under) where data_key is not null;

-- Who opened what was sealed, and why. It outlives what was opened.
create table shield_openings (
  id uuid primary key,
  conversation_id uuid not null,
  removal_id uuid not null,
  kind text not null,
  agent_id uuid not null,
  reason text not null,
  note text not null,
  opened_at timestamptz not null
);
create index shield_openings_by_agent on shield_openings (agent_id, opened_at);
create index shield_openings_by_time on shield_openings (opened_at);

create table shield_settings (
  only_one boolean primary key default true check (only_one),
  sealed_kinds text[] not null,
  keep_days integer not null,
  openings_a_day integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null
);

-- A secret that a customer wrote down: what is done about it, by whom.
create table compromises (
  conversation_id uuid not null references conversations (id) on delete cascade,
  exposure text not null,
  leaked_at timestamptz not null,
  -- By step: its state, who set it and when.
  steps jsonb not null,
  closed_at timestamptz,
  closed_by uuid,
  outcome text,
  primary key (conversation_id, exposure)
);
