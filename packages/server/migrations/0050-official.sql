-- What is the exchange's own, and who is known to pose as it.
create table official_entries (
  id uuid primary key,
  standing text not null check (standing in ('official', 'impostor')),
  kind text not null check (kind in ('domain', 'email', 'email_domain', 'phone', 'handle', 'app')),
  -- Of handles; '' otherwise, so that uniqueness holds.
  platform text not null default '',
  -- In the one form that checks compare.
  value text not null,
  subdomains boolean not null default false,
  label text not null default '',
  note text not null default '',
  retired boolean not null default false,
  -- Null: it came with the installation.
  added_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (kind, platform, value)
);

-- What customers say poses as the exchange; one row for each thing, however often it is reported.
create table official_reports (
  id uuid primary key,
  kind text not null check (kind in ('domain', 'email', 'email_domain', 'phone', 'handle', 'app')),
  platform text not null default '',
  value text not null,
  count integer not null default 1,
  -- The last few.
  notes text[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'accepted', 'dismissed')),
  first_at timestamptz not null,
  last_at timestamptz not null,
  unique (kind, platform, value)
);
create index official_reports_open on official_reports (count desc, last_at desc) where state = 'open';
