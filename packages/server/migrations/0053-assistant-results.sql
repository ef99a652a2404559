-- What must follow what customers write, as those who look after the assistant say.
create table assistant_examples (
  id uuid primary key,
  locale text not null,
  text text not null,
  -- What the customer wrote before it, in its order.
  earlier jsonb not null default '[]',
  expect jsonb not null,
  note text not null default '',
  -- Of language and texts: one example of each.
  fingerprint text not null unique,
  author_id uuid references agents on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Each time that all of them were asked.
create table assistant_runs (
  id uuid primary key,
  cause text not null check (cause in ('manual', 'trial', 'nightly', 'settings')),
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  settings jsonb not null,
  -- Of settings, articles and classifier: what it was run with.
  stamps jsonb not null,
  total integer not null,
  done integer not null default 0,
  -- Right and total of each language and kind.
  languages jsonb not null default '[]',
  -- The examples that were asked.
  examples uuid[] not null default '{}',
  started_by uuid references agents on delete set null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index assistant_runs_by_time on assistant_runs (started_at desc);
-- One at a time is asked by job.
create unique index assistant_runs_under_way on assistant_runs (state) where state = 'running';

create table assistant_run_failures (
  run_id uuid not null references assistant_runs on delete cascade,
  -- Of an example that may be gone since.
  example_id uuid not null,
  -- The example as it was, what was missed, and what came instead.
  failure jsonb not null,
  primary key (run_id, example_id)
);

-- What has held for the assistant, in its order.
create table assistant_settings_versions (
  number integer primary key,
  settings jsonb not null,
  saved_by uuid references agents on delete set null,
  saved_at timestamptz not null,
  -- Why it was saved though fewer examples were right.
  reason text,
  restored integer,
  run_id uuid references assistant_runs on delete set null
);
