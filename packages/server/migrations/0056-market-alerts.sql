-- What customers want to be told of the market.
create table market_alerts (
  id uuid primary key,
  customer_id uuid not null references customers on delete cascade,
  kind text not null check (kind in ('price_above', 'price_below', 'moved_hour', 'moved_day', 'networks')),
  asset text not null,
  -- A price in USDT, or percent. Null for networks.
  threshold numeric check ((threshold is null) = (kind = 'networks')),
  -- Of networks: the exchange's own name of one; null is every network of the asset.
  network text,
  repeats boolean not null,
  -- After it was told of, it is not told of again for so long.
  cooldown_minutes int not null,
  ends_at timestamptz,
  state text not null check (state in ('active', 'paused', 'done')),
  -- It may be told of. Not so from when it was until the market has gone back.
  armed boolean not null,
  firings int not null default 0,
  last_fired_at timestamptz,
  created_at timestamptz not null
);
create index market_alerts_by_customer on market_alerts (customer_id, created_at);
create index market_alerts_watched on market_alerts (asset, kind) where state = 'active';

-- How customers want to be told, since when they wished it, and when their brief is due.
create table alert_preferences (
  customer_id uuid primary key references customers on delete cascade,
  by_chat boolean not null,
  by_email boolean not null,
  time_zone text not null,
  -- Minutes of the day on the customer's clock; both or neither.
  quiet_from int check (quiet_from between 0 and 1439),
  quiet_until int check (quiet_until between 0 and 1439),
  networks_through_quiet boolean not null,
  brief_hour int check (brief_hour between 0 and 23),
  brief_assets text[] not null,
  brief_due_at timestamptz,
  opted_in_at timestamptz,
  stopped_at timestamptz,
  check ((quiet_from is null) = (quiet_until is null)),
  check ((brief_hour is null) = (brief_due_at is null))
);
create index briefs_due on alert_preferences (brief_due_at) where brief_due_at is not null and stopped_at is null;

-- What customers are told. Written with the firing; told once by each way.
create table alert_notices (
  id uuid primary key,
  customer_id uuid not null references customers on delete cascade,
  alert_id uuid references market_alerts on delete set null,
  -- Which firing of which alert, or which day's brief: there is one notice of it.
  occasion text not null unique,
  facts jsonb not null,
  at timestamptz not null,
  -- Quiet hours hold it until then.
  due_at timestamptz not null,
  -- Null while that way is not done with it.
  chat_done_at timestamptz,
  email_done_at timestamptz
);
create index alert_notices_by_customer on alert_notices (customer_id, at);

-- Prices in USDT, minute by minute for a little more than an hour.
create table price_samples (
  at timestamptz primary key,
  prices jsonb not null
);

-- What was open and what was not when it was looked at last, of the assets that somebody watches.
create table watched_gates (
  asset text primary key,
  networks jsonb not null,
  as_of timestamptz not null
);
