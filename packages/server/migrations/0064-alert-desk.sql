-- What administrators allow of market alerts. No line: everything that there is.
create table alert_settings (
  only_one boolean primary key default true check (only_one),
  enabled boolean not null,
  kinds text[] not null,
  briefs boolean not null,
  most_alerts int not null check (most_alerts between 1 and 100),
  changed_by uuid not null references agents,
  changed_at timestamptz not null
);

-- That an agent stopped what a customer is sent, and why; kept after it was lifted.
create table alert_holds (
  id uuid primary key,
  customer_id uuid not null references customers on delete cascade,
  reason text not null check (reason in ('customer_request', 'account_security', 'compliance')),
  note text not null,
  held_by uuid not null references agents,
  held_at timestamptz not null,
  -- Lifted by an agent, or by the customer: then there is no agent.
  lifted_by uuid references agents,
  lifted_note text,
  lifted_at timestamptz
);
create unique index alert_holds_open on alert_holds (customer_id) where lifted_at is null;
create index alert_holds_by_customer on alert_holds (customer_id, held_at);
