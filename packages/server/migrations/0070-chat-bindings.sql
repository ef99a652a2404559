-- Codes by which verified customers tie a chat on a platform to their account: one at a time for each inbox, for a quarter of an hour.
create table binding_codes (
  inbox_id uuid not null references inboxes on delete cascade,
  customer_id uuid not null references customers on delete cascade,
  -- SHA-256, base64url.
  code_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- The chat that the code came from, and that is asked whether it is the customer's.
  asked_address text,
  -- bound, refused or void; null while it is open.
  outcome text,
  -- What the platform called the messages that were about it, so that what comes twice is known.
  seen text[] not null default '{}',
  primary key (inbox_id, customer_id)
);
create index binding_codes_by_address on binding_codes (inbox_id, asked_address) where asked_address is not null;

-- Since when an address is tied to a verified customer by their own wish; null where it is theirs otherwise.
alter table channel_identities add column bound_at timestamptz;
