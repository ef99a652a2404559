-- Whether a person or a rule chose the priority. Otherwise it follows what is at risk, and is looked at again at `weigh_at`.
alter table tickets add column priority_set boolean not null default true;
alter table tickets add column weigh_at timestamptz;
create index tickets_to_weigh on tickets (weigh_at) where weigh_at is not null;

create table macros (
  id uuid primary key,
  name text not null,
  folder text not null default '',
  sharing text not null check (sharing in ('personal', 'team', 'all')),
  team_id uuid references teams on delete cascade,
  owner_id uuid not null references agents on delete cascade,
  -- What it says, by locale.
  texts jsonb not null,
  updated_at timestamptz not null,
  check ((sharing = 'team') = (team_id is not null))
);
create index macros_by_owner on macros (owner_id);
-- A macro is used once in a message, however often its sender is told so.
create table macro_uses (
  conversation_id uuid not null references conversations on delete cascade,
  message_id uuid not null,
  macro_id uuid not null references macros on delete cascade,
  agent_id uuid not null,
  used_at timestamptz not null,
  primary key (conversation_id, message_id, macro_id)
);
create index macro_uses_by_macro on macro_uses (macro_id, used_at desc);
