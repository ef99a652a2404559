create table tickets (
  id uuid primary key,
  number bigint not null unique generated always as identity (start with 10001),
  version integer not null default 1,
  subject text not null,
  category text not null,
  -- 0 low, 1 normal, 2 high, 3 urgent, so that it sorts.
  priority smallint not null check (priority between 0 and 3),
  -- What is done with is not urgent any more: lists by priority show it last.
  urgency smallint generated always as (case when status in ('solved', 'closed') then -1 else priority end) stored,
  status text not null check (status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  -- Since when it has this status: a customer's message from before does not reopen it.
  status_at timestamptz not null,
  team_id uuid references teams,
  assignee_id uuid references agents,
  follower_ids uuid[] not null default '{}',
  tags text[] not null default '{}',
  customer_id uuid references customers,
  conversation_id uuid references conversations,
  -- Where its conversation stands, kept up by reactions: whoever may see the conversation reaches the ticket.
  thread_team_id uuid,
  thread_assignee_id uuid,
  -- The same where it differs, so that those who see the conversation and not the ticket's team find it without looking at the others.
  apart_team_id uuid generated always as (case when thread_team_id is distinct from team_id then thread_team_id end) stored,
  apart_assignee_id uuid generated always as (case when thread_assignee_id is distinct from assignee_id then thread_assignee_id end) stored,
  parent_id uuid references tickets,
  parent_waits boolean not null default false,
  follows_id uuid,
  language text not null,
  locale text not null,
  channel text,
  source text not null check (source in ('agent', 'portal', 'email', 'api', 'assistant')),
  fields jsonb not null default '{}',
  checklist jsonb not null default '[]',
  comment_count integer not null default 0,
  -- Words of subject and evidence for the search, cut by the server.
  words tsvector not null,
  is_tracker boolean not null default false,
  merged_into_id uuid,
  reopened_count integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  solved_at timestamptz,
  closed_at timestamptz
);
create unique index tickets_one_of_conversation on tickets (conversation_id) where status <> 'closed';
create index tickets_by_conversation on tickets (conversation_id, id desc) where conversation_id is not null;
create index tickets_by_customer on tickets (customer_id, updated_at desc, id desc);
-- One index per way into a list, for those that are worked on and for all, so that each is a short walk however many there are.
create index tickets_active on tickets (updated_at desc, id desc) where status in ('new', 'open', 'pending', 'on_hold');
create index tickets_active_by_team on tickets (team_id, updated_at desc, id desc) where status in ('new', 'open', 'pending', 'on_hold');
create index tickets_active_by_assignee on tickets (assignee_id, updated_at desc, id desc) where status in ('new', 'open', 'pending', 'on_hold');
create index tickets_all on tickets (updated_at desc, id desc);
create index tickets_by_team on tickets (team_id, updated_at desc, id desc);
create index tickets_by_assignee on tickets (assignee_id, updated_at desc, id desc);
create index tickets_by_urgency on tickets (urgency desc, updated_at desc, id desc);
create index tickets_of_team_by_urgency on tickets (team_id, urgency desc, updated_at desc, id desc);
create index tickets_by_age on tickets (created_at desc, id desc);
create index tickets_of_team_by_age on tickets (team_id, created_at desc, id desc);
create index tickets_solved on tickets (solved_at) where status = 'solved';
create index tickets_apart_by_team on tickets (apart_team_id, updated_at desc, id desc) where apart_team_id is not null;
create index tickets_apart_by_assignee on tickets (apart_assignee_id, updated_at desc, id desc) where apart_assignee_id is not null;
create index tickets_followed on tickets using gin (follower_ids) where follower_ids <> '{}';
create index tickets_by_parent on tickets (parent_id) where parent_id is not null;
create index tickets_by_words on tickets using gin (words);

create table ticket_comments (
  ticket_id uuid not null references tickets on delete cascade,
  seq integer not null,
  id uuid not null,
  author_id uuid not null,
  author_name text not null,
  body text not null,
  -- The author and the key their client chose: a retry falls on this.
  client_key text not null,
  created_at timestamptz not null,
  primary key (ticket_id, seq),
  unique (ticket_id, client_key)
);

create table ticket_links (
  id uuid primary key,
  from_id uuid not null references tickets on delete cascade,
  to_id uuid not null references tickets on delete cascade,
  kind text not null check (kind in ('related', 'duplicate_of', 'caused_by')),
  created_by uuid not null,
  created_at timestamptz not null,
  unique (from_id, to_id, kind),
  check (from_id <> to_id)
);
create index ticket_links_to on ticket_links (to_id, kind, from_id);

create table ticket_views (
  id uuid primary key,
  name text not null,
  filter jsonb not null,
  columns text[] not null,
  sort text not null,
  direction text not null,
  sharing text not null check (sharing in ('personal', 'team', 'all')),
  team_id uuid references teams on delete cascade,
  owner_id uuid not null references agents on delete cascade,
  updated_at timestamptz not null,
  check ((sharing = 'team') = (team_id is not null))
);
create index ticket_views_by_owner on ticket_views (owner_id);

-- What a merge can be taken back by: how both tickets stood.
create table ticket_merges (
  id uuid primary key,
  source_id uuid not null references tickets on delete cascade,
  target_id uuid not null references tickets on delete cascade,
  merged_at timestamptz not null,
  before jsonb not null,
  undone_at timestamptz
);
create index ticket_merges_by_source on ticket_merges (source_id, merged_at desc);

-- What a bulk edit can be taken back by: how each ticket stood, and its version after.
create table ticket_bulk_edits (
  id uuid primary key,
  agent_id uuid not null,
  edited_at timestamptz not null,
  edits jsonb not null,
  undone_at timestamptz
);
create index ticket_bulk_edits_by_age on ticket_bulk_edits (edited_at);

create table tracker_runs (
  id uuid primary key,
  tracker_id uuid not null references tickets on delete cascade,
  agent_id uuid not null,
  client_key text not null,
  kind text not null check (kind in ('reply', 'solve')),
  texts jsonb not null default '{}',
  fallback text,
  status text,
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (tracker_id, client_key)
);
create table tracker_run_tickets (
  run_id uuid not null references tracker_runs on delete cascade,
  ticket_id uuid not null references tickets on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  primary key (run_id, ticket_id)
);
