-- Accounts that somebody asks back: who claims which, what was proven, who decided, and until when it can be stopped.
create table account_recoveries (
  id uuid primary key,
  ticket_id uuid not null unique references tickets on delete cascade,
  claimant_id uuid not null references customers on delete cascade,
  -- As the claimant wrote it; nobody need have that account.
  uid text not null,
  -- Whose it is, where a verified customer has that number.
  holder_id uuid references customers on delete set null,
  lost text[] not null,
  tier text not null check (tier in ('low', 'middle', 'high')),
  reasons text[] not null,
  contested boolean not null,
  address_proven_at timestamptz,
  document_proven_at timestamptz,
  state text not null check (
    state in ('proving', 'review', 'second', 'cooling', 'granted', 'refused', 'stopped', 'expired')
  ),
  requested_at timestamptz not null,
  first_by uuid references agents,
  decided_by uuid references agents,
  -- [{by, at, text}], in order.
  notes jsonb not null,
  -- When proofs are given up, or cooling-off ends.
  until timestamptz
);
create index recoveries_by_uid on account_recoveries (uid) where state in ('proving', 'review', 'second', 'cooling');
create index recoveries_by_state on account_recoveries (state, requested_at);
create index recoveries_by_until on account_recoveries (until) where until is not null;
create index recoveries_by_claimant on account_recoveries (claimant_id);
create index recoveries_by_holder on account_recoveries (holder_id);
