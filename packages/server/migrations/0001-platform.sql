-- What happened, appended in the transaction of the change: outbox, activity line, audit and analytics are this one table.
-- Partitioned by time because it grows for ever; partitions are made ahead by a job, and `events_default` catches what
-- would fall outside, so that a late job never refuses a write.
create table events (
  id uuid not null,
  occurred_at timestamptz not null,
  type text not null,
  subject_id uuid not null,
  actor_type text not null,
  actor_id uuid,
  cause text,
  payload jsonb not null,
  primary key (occurred_at, id)
) partition by range (occurred_at);
create table events_default partition of events default;
create index events_by_subject on events (subject_id, occurred_at, id);

-- One line for each event that the relay has not handed out yet.
create table event_outbox (
  event_id uuid primary key,
  occurred_at timestamptz not null
);

-- An event that one subscriber could not take in: tried again at `next_attempt_at`, or dead.
create table event_retries (
  id uuid primary key,
  event_id uuid not null,
  occurred_at timestamptz not null,
  subscriber text not null,
  attempts integer not null,
  error text not null,
  next_attempt_at timestamptz,
  failed_at timestamptz not null,
  unique (event_id, subscriber)
);
create index event_retries_due on event_retries (next_attempt_at) where next_attempt_at is not null;

-- Facts of the installation, such as the organisation's name and its generated keys.
create table settings (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null
);

-- Token buckets that must hold across nodes (sign-in attempts); the layout is rate-limiter-flexible's.
create unlogged table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
