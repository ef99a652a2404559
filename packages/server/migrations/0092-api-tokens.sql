-- By which other systems act for an agent. Only the hash of a token is kept.
create table api_tokens (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  name text not null,
  token_hash text not null unique,
  permissions text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz
);
create index api_tokens_by_account on api_tokens (account_id);
