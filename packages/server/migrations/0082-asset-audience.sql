-- How far the search has come for those whom an announcement about an asset concerns. Who they are is kept nowhere but in their letters.
create table announcement_gatherings (
  announcement_id uuid primary key references announcements on delete cascade,
  asset text not null,
  at_least text not null,
  days int not null,
  -- Null until the exchange has said whether it tells balances.
  found_by text check (found_by in ('balances', 'moves')),
  -- Whose letters of which edition were ordered at once, to be asked about one by one.
  edition int,
  -- Where the next page begins.
  after text,
  -- Accounts that were looked through, how many there are, and letters that they are sent.
  asked int not null default 0,
  total int,
  letters int not null default 0,
  done boolean not null default false,
  error text,
  attempts int not null default 0,
  changed_at timestamptz not null
);
create index announcement_gatherings_open on announcement_gatherings (changed_at) where not done;
