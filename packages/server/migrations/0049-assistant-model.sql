-- The model that may put answers into words: one row, or none.
create table assistant_model (
  only_one boolean primary key default true check (only_one),
  active boolean not null,
  provider text not null check (provider in ('openai_compatible', 'anthropic')),
  url text not null,
  model text not null,
  -- Sealed; null where none is asked for.
  key text,
  seconds integer not null,
  tokens_per_customer bigint not null,
  tokens_per_day bigint not null,
  updated_at timestamptz not null
);

-- Each time that a model was asked, what it was given to read and what it wrote, without secrets.
create table assistant_model_calls (
  id uuid primary key,
  -- Null where somebody tried it in the console.
  conversation_id uuid references conversations on delete cascade,
  -- The customer's message that was to be answered.
  seq integer,
  -- The customer or agent of whose day the tokens are.
  spender_id uuid not null,
  provider text not null,
  model text not null,
  outcome text not null,
  milliseconds real not null,
  input_tokens integer not null,
  output_tokens integer not null,
  prompt text not null,
  answer text not null,
  dropped jsonb not null,
  created_at timestamptz not null
);
create index model_calls_by_turn on assistant_model_calls (conversation_id, seq);
create index model_calls_by_spender on assistant_model_calls (spender_id, created_at) include (input_tokens, output_tokens);
create index model_calls_by_time on assistant_model_calls (created_at) include (input_tokens, output_tokens);
