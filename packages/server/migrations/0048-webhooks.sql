-- Other systems that are told what happens here.
create table webhooks (
  id uuid primary key,
  url text not null,
  kinds text[] not null,
  state text not null check (state in ('on', 'off', 'given_up')),
  -- Secrets are made of the root of all keys, the webhook and this number, and kept nowhere.
  secret_number integer not null default 1,
  -- Until when the secret before it signs too.
  former_until timestamptz,
  failing_since timestamptz,
  created_at timestamptz not null
);

create table webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks on delete cascade,
  -- What it is about, so that an event that comes twice is told once.
  event_id uuid not null,
  message jsonb not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  status integer,
  problem text check (problem in ('refused_address', 'no_answer', 'answered')),
  next_at timestamptz,
  created_at timestamptz not null,
  delivered_at timestamptz,
  unique (webhook_id, event_id)
);
create index deliveries_by_webhook on webhook_deliveries (webhook_id, created_at);
create index deliveries_by_time on webhook_deliveries (created_at);
