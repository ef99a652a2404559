create table automation_rules (
  id uuid primary key,
  position integer not null,
  name text not null,
  enabled boolean not null,
  trigger jsonb not null,
  conditions jsonb not null,
  actions jsonb not null,
  -- When it has last looked through the tickets, where it goes by time.
  swept_at timestamptz,
  updated_at timestamptz not null
);
create index automation_rules_by_position on automation_rules (position, id);

-- What rules did. A rule is run once on a ticket and occasion: an event, or the state in which the ticket waits.
create table automation_runs (
  ticket_id uuid not null references tickets on delete cascade,
  -- The rule may be gone.
  rule_id uuid not null,
  occasion text not null,
  id uuid not null unique,
  rule_name text not null,
  kind text not null,
  outcome text not null check (outcome in ('done', 'partly', 'refused', 'cut')),
  results jsonb not null,
  -- How the ticket stood, as far as it can be put back; null where the run changed nothing of it.
  before jsonb,
  after jsonb,
  ran_at timestamptz not null,
  undone_at timestamptz,
  primary key (ticket_id, rule_id, occasion)
);
create index automation_runs_by_time on automation_runs (ran_at desc, id desc);
create index automation_runs_by_rule on automation_runs (rule_id, ran_at desc, id desc);
create index automation_runs_by_ticket on automation_runs (ticket_id, ran_at desc);
