-- Accounts that were frozen at the exchange through us, or are to be: who asked, who agreed, and what became of it.
create table account_freezes (
  id uuid primary key,
  customer_id uuid not null references customers on delete cascade,
  -- Out of which conversation; null where the customer did it themselves.
  conversation_id uuid references conversations on delete set null,
  reason text not null check (reason in ('stolen_account', 'customer_request', 'suspected_fraud')),
  note text not null,
  state text not null check (state in ('waiting', 'approved', 'frozen', 'refused', 'failed')),
  -- Null: the customer, who proved who they are by a code.
  requested_by uuid references agents,
  requested_at timestamptz not null,
  decided_by uuid references agents,
  decided_at timestamptz,
  frozen_at timestamptz
);
-- One at a time that is neither done nor refused.
create unique index open_freezes on account_freezes (customer_id) where state in ('waiting', 'approved');
create index freezes_by_customer on account_freezes (customer_id, requested_at);
create index freezes_by_state on account_freezes (state, requested_at);
