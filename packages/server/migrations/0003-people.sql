create table agents (
  id uuid primary key references accounts on delete cascade,
  name text not null,
  locale text not null,
  avatar_hue integer not null,
  languages jsonb not null default '[]',
  skills text[] not null default '{}',
  capacity jsonb not null default '{"chat": 4}',
  -- What the agent chose, and what holds: `away` after idleness, `offline` once the last socket is gone.
  chosen_presence text not null default 'offline' check (chosen_presence in ('online', 'away', 'offline')),
  presence text not null default 'offline' check (presence in ('online', 'away', 'offline')),
  last_active_at timestamptz
);

-- Which node holds a socket of an agent, as its heartbeat says.
create table agent_sockets (
  agent_id uuid not null references agents on delete cascade,
  node_id text not null,
  sockets integer not null,
  seen_at timestamptz not null,
  primary key (agent_id, node_id)
);

create table teams (
  id uuid primary key,
  name text not null,
  description text not null default '',
  skill text,
  created_at timestamptz not null
);

create table team_members (
  team_id uuid not null references teams on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  primary key (team_id, agent_id)
);
create index team_members_by_agent on team_members (agent_id);

create table customers (
  id uuid primary key,
  -- The exchange's UID; only proven identities set it.
  external_id text unique,
  verified_at timestamptz,
  name text,
  email text,
  -- Whether the exchange vouched for the e-mail address, or the visitor typed it.
  email_verified boolean not null default false,
  locale text not null,
  tier text not null default 'standard',
  time_zone text,
  country text,
  page_url text,
  page_title text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Until when an open socket vouches that they are here; the node that holds it renews this.
  online_until timestamptz,
  -- Name, e-mail address and UID, folded for the search, and the pieces by which the index finds them. Cut by the server, because
  -- what a database takes for a letter depends on how it was set up.
  search_text text not null default '',
  search_grams text[] not null default '{}',
  -- A visitor who turned out to be this customer. Their tokens are refused from then on.
  merged_into uuid references customers
)
-- Room on each page, so that renewing `online_until` touches no index.
with (fillfactor = 85);
create index customers_by_gram on customers using gin (search_grams) where merged_into is null;
create index customers_by_last_seen on customers (last_seen_at desc, id desc) where merged_into is null;

-- A customer's address on a channel.
create table channel_identities (
  inbox_id uuid not null,
  address text not null,
  channel text not null,
  customer_id uuid not null references customers on delete cascade,
  verified boolean not null default false,
  created_at timestamptz not null,
  primary key (inbox_id, address)
);
create index channel_identities_by_customer on channel_identities (customer_id);
