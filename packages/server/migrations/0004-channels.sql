create table inboxes (
  id uuid primary key,
  channel text not null,
  name text not null,
  -- Names the inbox in public: in the page's script tag, in a webhook's address.
  key text not null unique,
  allowed_origins text[] not null default '{}',
  topics text[] not null default '{}',
  -- Topic to team.
  topic_teams jsonb not null default '{}',
  default_team_id uuid not null references teams,
  reopen_hours integer not null default 72,
  accept_seconds integer not null default 60,
  enabled boolean not null default true,
  created_at timestamptz not null
);

-- What platforms sent us, kept before it is understood.
create table inbound_payloads (
  id uuid primary key,
  inbox_id uuid not null references inboxes on delete cascade,
  channel text not null,
  received_at timestamptz not null,
  -- Headers (those that decoding needs; no credential), query, and the session that was proven.
  request jsonb not null,
  body bytea not null,
  state text not null check (state in ('received', 'ingested', 'failed')),
  attempts integer not null default 0,
  -- When it is taken up (again); until then somebody is at work on it, or it waits after a failure. Null once done or given up.
  next_attempt_at timestamptz,
  error text
);
create index inbound_payloads_due on inbound_payloads (next_attempt_at) where state = 'received';
create index inbound_payloads_failed on inbound_payloads (received_at) where state = 'failed';
