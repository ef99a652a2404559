-- What the exchange tells many at once. The working copy: what customers see are editions.
create table announcements (
  id uuid primary key,
  -- In addresses; it never changes.
  slug text not null unique,
  kind text not null check (kind in ('listing', 'delisting', 'suspension', 'maintenance', 'event', 'risk')),
  state text not null check (state in ('draft', 'in_review', 'approved', 'scheduled', 'published', 'corrected', 'withdrawn')),
  version int not null,
  -- How often it was published.
  edition int not null default 0,
  source_locale text not null,
  audience jsonb not null,
  help_center boolean not null,
  banner boolean not null,
  banner_until timestamptz,
  email boolean not null,
  publish_at timestamptz,
  time_zone text not null,
  article_ids uuid[] not null,
  -- Agents who changed it since it was last published: none of them approves it.
  authors uuid[] not null,
  approved_by uuid references agents,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- First published.
  published_at timestamptz,
  withdrawn_at timestamptz,
  check ((edition > 0) = (published_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create index announcements_public on announcements (published_at desc) where edition > 0;
create index announcements_due on announcements (publish_at) where state = 'scheduled';

create table announcement_texts (
  announcement_id uuid not null references announcements on delete cascade,
  locale text not null,
  title text not null,
  summary text not null,
  body text not null,
  state text not null check (state in ('machine', 'reviewed', 'outdated')),
  changed_by uuid not null references agents,
  changed_at timestamptz not null,
  primary key (announcement_id, locale)
);

-- What was published, word for word; never changed.
create table announcement_editions (
  announcement_id uuid not null references announcements on delete cascade,
  edition int not null,
  kind text not null,
  source_locale text not null,
  texts jsonb not null,
  audience jsonb not null,
  help_center boolean not null,
  banner boolean not null,
  banner_until timestamptz,
  article_ids uuid[] not null,
  approved_by uuid references agents,
  published_at timestamptz not null,
  primary key (announcement_id, edition)
);

-- A post in one language by one inbox, and how far it has come.
create table announcement_posts (
  id uuid primary key,
  announcement_id uuid not null references announcements on delete cascade,
  inbox_id uuid not null references inboxes on delete cascade,
  address text not null,
  locale text not null,
  state text not null check (state in ('planned', 'waiting', 'sent', 'failed', 'withdrawn')),
  -- What stands on the platform: the edition, the platform's own id, where it is read.
  edition int not null default 0,
  external_id text,
  link text,
  -- The platform's words while it does not do what it should.
  error text,
  attempts int not null default 0,
  next_attempt_at timestamptz,
  unique (announcement_id, inbox_id, address, locale)
);

-- Which announcements customers wish to be sent.
create table announcement_subscriptions (
  customer_id uuid primary key references customers on delete cascade,
  kinds text[] not null,
  locale text not null,
  since timestamptz,
  -- An address that nobody vouches for, in small letters, once its owner said by a link that it is theirs.
  confirmed_address text,
  -- When a letter last asked whose an address is, and which, in small letters.
  asked_at timestamptz,
  asked_address text,
  -- The mail server says that there is no such address: this one, in small letters.
  suppressed_address text
);
create index announcement_asked on announcement_subscriptions (asked_address, asked_at) where asked_address is not null;
create index announcement_subscribers on announcement_subscriptions using gin (kinds);

-- One letter a customer and edition. An edition above the last one says that the announcement was withdrawn.
create table announcement_letters (
  announcement_id uuid not null references announcements on delete cascade,
  edition int not null,
  customer_id uuid not null references customers on delete cascade,
  -- `sending` is with the mail server; found so long after, the node that sent it is gone.
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'skipped')),
  attempts int not null default 0,
  due_at timestamptz not null,
  error text,
  primary key (announcement_id, edition, customer_id)
);
create index announcement_letters_due on announcement_letters (due_at) where state in ('waiting', 'sending');
create index announcement_letters_by_customer on announcement_letters (customer_id);
