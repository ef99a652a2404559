create table accounts (
  id uuid primary key,
  email text not null,
  password_hash text,
  roles text[] not null,
  status text not null check (status in ('invited', 'active', 'disabled')),
  -- Sealed with the installation's key.
  two_factor_secret text,
  -- Set up but not yet confirmed, sealed too: the one in force stays so until then.
  two_factor_pending_secret text,
  two_factor_confirmed_at timestamptz,
  -- The time step of the last code taken, so that no code works twice.
  two_factor_last_step bigint,
  created_at timestamptz not null
);
create unique index accounts_by_email on accounts (lower(email));

create table recovery_codes (
  account_id uuid not null references accounts on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table agent_sessions (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  token_hash text not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null,
  user_agent text not null
);
create index agent_sessions_by_account on agent_sessions (account_id);

-- Links sent by e-mail: invitations and password resets. Only the hash of the token is kept.
create table account_links (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  purpose text not null check (purpose in ('invitation', 'password_reset')),
  token_hash text not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_links_by_account on account_links (account_id, purpose);

-- Keys with which the exchange signs who its customers are; at most two are active for an inbox.
create table identity_keys (
  id uuid primary key,
  inbox_id uuid not null,
  algorithm text not null check (algorithm in ('HS256', 'RS256', 'ES256')),
  -- HS256: the secret, sealed with the installation's key. Otherwise the public key (PEM).
  material text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  retired_at timestamptz
);
create index identity_keys_by_inbox on identity_keys (inbox_id) where retired_at is null;

-- Identity tokens that were used, until they expire: each works once, for one browser.
create table used_identity_tokens (
  token_hash text primary key,
  browser_hash text not null,
  expires_at timestamptz not null
);
create index used_identity_tokens_by_expiry on used_identity_tokens (expires_at);
