create table sla_calendars (
  id uuid primary key,
  name text not null,
  time_zone text not null,
  week jsonb not null,
  exceptions jsonb not null default '[]',
  -- Kept when it is removed, since finished clocks counted by it.
  removed_at timestamptz
);

create table sla_policies (
  id uuid primary key,
  position integer not null,
  name text not null,
  enabled boolean not null default true,
  conditions jsonb not null,
  targets jsonb not null,
  calendar_id uuid references sla_calendars,
  warn_share double precision not null,
  steps jsonb not null default '[]'
);
create index sla_policies_by_position on sla_policies (position, id);

-- What an installation begins with. The exchange commits itself to 24 to 72 hours (product.md, "committed times"): a day for what can be
-- answered from the account, three where deposits or withdrawals must be looked into on a blockchain or with another platform.
-- Around the clock, since support is. A stolen account loses money by the minute: two hours, and nothing stops that clock.
insert into sla_policies (id, position, name, conditions, targets, warn_share, steps) values
  ('019c0000-0000-7000-8000-000000000001', 1, 'Stolen account',
   '{"categories": ["account_security.hacked"], "priorities": [], "tiers": [], "channels": [], "languages": [], "verified": null}',
   '{"first_response": {"minutes": 5, "pauses": []}, "next_response": {"minutes": 15, "pauses": []}, "update": {"minutes": 30, "pauses": []}, "resolution": {"minutes": 120, "pauses": []}}',
   0.5,
   '[{"share": 0.5, "kinds": [], "notifyAssignee": true, "notifyTeam": true, "notifyAgentIds": [], "raisePriority": true, "moveToTeamId": null, "onCall": []},
     {"share": 1, "kinds": [], "notifyAssignee": true, "notifyTeam": true, "notifyAgentIds": [], "raisePriority": true, "moveToTeamId": null, "onCall": []}]'),
  ('019c0000-0000-7000-8000-000000000002', 2, 'Deposits and withdrawals to look into',
   '{"categories": ["deposit_withdrawal.deposit_not_credited", "deposit_withdrawal.wrong_network", "deposit_withdrawal.missing_memo", "deposit_withdrawal.withdrawal_pending", "deposit_withdrawal.withdrawal_failed", "deposit_withdrawal.wrong_address"], "priorities": [], "tiers": [], "channels": [], "languages": [], "verified": null}',
   '{"first_response": {"minutes": 60, "pauses": []}, "next_response": {"minutes": 240, "pauses": []}, "update": {"minutes": 1440, "pauses": ["pending"]}, "resolution": {"minutes": 4320, "pauses": ["pending"]}}',
   0.75,
   '[{"share": 0.75, "kinds": [], "notifyAssignee": true, "notifyTeam": false, "notifyAgentIds": [], "raisePriority": false, "moveToTeamId": null, "onCall": []},
     {"share": 1, "kinds": [], "notifyAssignee": true, "notifyTeam": true, "notifyAgentIds": [], "raisePriority": true, "moveToTeamId": null, "onCall": []}]'),
  ('019c0000-0000-7000-8000-000000000003', 3, 'Standard',
   '{"categories": [], "priorities": [], "tiers": [], "channels": [], "languages": [], "verified": null}',
   '{"first_response": {"minutes": 60, "pauses": []}, "next_response": {"minutes": 240, "pauses": []}, "resolution": {"minutes": 1440, "pauses": ["pending"]}}',
   0.75,
   '[{"share": 0.75, "kinds": [], "notifyAssignee": true, "notifyTeam": false, "notifyAgentIds": [], "raisePriority": false, "moveToTeamId": null, "onCall": []},
     {"share": 1, "kinds": [], "notifyAssignee": true, "notifyTeam": true, "notifyAgentIds": [], "raisePriority": true, "moveToTeamId": null, "onCall": []}]');

-- One line for each ticket that is measured; locked by whoever works its clocks out anew.
create table sla_tickets (
  ticket_id uuid primary key references tickets on delete cascade,
  conversation_id uuid,
  -- The earliest moment at which something is to be done.
  next_at timestamptz,
  -- The soonest promise that is not kept yet, while it runs; the lists of what is late.
  due_at timestamptz
);
create index sla_tickets_next on sla_tickets (next_at) where next_at is not null;
create index sla_tickets_due on sla_tickets (due_at, ticket_id) where due_at is not null;
create index sla_tickets_by_conversation on sla_tickets (conversation_id) where conversation_id is not null;

-- Which policy a fact of the ticket led to, as it was worded then. Null where none fitted.
create table sla_choices (
  ticket_id uuid not null references sla_tickets on delete cascade,
  event_id uuid not null,
  promise jsonb,
  primary key (ticket_id, event_id)
);

create table sla_clocks (
  ticket_id uuid not null references sla_tickets on delete cascade,
  kind text not null check (kind in ('first_response', 'next_response', 'update', 'resolution')),
  round integer not null,
  state text not null check (state in ('running', 'paused', 'breached', 'met', 'stopped')),
  policy_id uuid not null,
  policy_name text not null,
  calendar_id uuid,
  -- Milliseconds that count.
  target bigint not null,
  elapsed bigint not null,
  running_since timestamptz,
  started_at timestamptz not null,
  warn_at timestamptz,
  due_at timestamptz,
  met_at timestamptz,
  breached_at timestamptz,
  -- What was told or done already: warned, breached, met, and shares of escalations.
  done text[] not null default '{}',
  primary key (ticket_id, kind, round)
);
create index sla_clocks_by_calendar on sla_clocks (calendar_id) where state in ('running', 'paused', 'breached');

create table sla_alerts (
  id uuid primary key,
  ticket_id uuid not null references tickets on delete cascade,
  ticket_number bigint not null,
  agent_id uuid not null references agents on delete cascade,
  kind text not null,
  round integer not null,
  share double precision not null,
  due_at timestamptz,
  -- The place in the row of those who are told one after the other; null for who is told anyway.
  on_call_place integer,
  created_at timestamptz not null,
  acknowledged_at timestamptz
);
create index sla_alerts_open on sla_alerts (agent_id, created_at desc) where acknowledged_at is null;
create index sla_alerts_by_ticket on sla_alerts (ticket_id);
