-- Codes that were sent to e-mail addresses; of address and code only keyed hashes.
create table portal_codes (
  id uuid primary key,
  address_hash text not null,
  code_hash text not null,
  tries smallint not null default 0,
  expires_at timestamptz not null
);
create index portal_codes_by_age on portal_codes (expires_at);

-- Whose proven e-mail address it is, in whichever inbox it was proven.
create index channel_identities_mailed on channel_identities (address) where channel = 'email' and verified;

create table ticket_ratings (
  ticket_id uuid primary key references tickets on delete cascade,
  score smallint not null check (score between 1 and 5),
  comment text not null,
  rated_at timestamptz not null,
  changed_at timestamptz not null
);

-- Where the customer wants to be told of a ticket; none where they look at its page.
create table ticket_addresses (
  ticket_id uuid primary key references tickets on delete cascade,
  email text not null
);

create table ticket_letters (
  ticket_id uuid not null references tickets on delete cascade,
  occasion text not null,
  sent_at timestamptz not null,
  primary key (ticket_id, occasion)
);
