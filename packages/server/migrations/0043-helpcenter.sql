-- The help center: categories, articles, their translations and every revision of each.
create table help_categories (
  id uuid primary key,
  slug text not null unique,
  parent_id uuid references help_categories,
  position integer not null,
  -- Name and description by locale.
  texts jsonb not null,
  updated_at timestamptz not null
);

create table articles (
  id uuid primary key,
  category_id uuid not null references help_categories,
  slug text not null unique,
  source_locale text not null,
  visibility text not null check (visibility in ('public', 'signed_in', 'agents')),
  tags text[] not null default '{}',
  intents text[] not null default '{}',
  -- The ticket category whose form helps where the article does not.
  ticket_category text,
  -- Slugs of articles that go with it, in the order in which they are shown; one that is not there is left out.
  related text[] not null default '{}',
  owner_id uuid references agents on delete set null,
  reviewed_at timestamptz,
  review_due date,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index articles_by_category on articles (category_id);
create index articles_by_review on articles (review_due) where review_due is not null;

-- Slugs that an article had before: addresses that were given out keep working.
create table article_former_slugs (
  slug text primary key,
  article_id uuid not null references articles on delete cascade
);

create table article_revisions (
  id uuid primary key,
  article_id uuid not null references articles on delete cascade,
  locale text not null,
  number integer not null,
  title text not null,
  summary text not null,
  body text not null,
  author_id uuid,
  created_at timestamptz not null,
  unique (article_id, locale, number)
);

create table article_translations (
  article_id uuid not null references articles on delete cascade,
  locale text not null,
  -- What is being worked on; the same as the published one where nobody has changed anything since.
  revision_id uuid not null references article_revisions,
  published_id uuid references article_revisions,
  state text not null check (state in ('draft', 'review', 'published', 'archived')),
  -- When the revision that was agreed on is published by itself.
  publish_at timestamptz,
  -- The revision of the source that this translation says the same as; null on the source itself.
  follows_id uuid references article_revisions,
  first_published_at timestamptz,
  published_at timestamptz,
  updated_at timestamptz not null,
  primary key (article_id, locale),
  check (state <> 'published' or published_id is not null),
  check (publish_at is null or state = 'review')
);
create index translations_to_publish on article_translations (publish_at) where publish_at is not null;
-- Nodes ask for what changed since they last looked.
create index translations_by_change on article_translations (updated_at);

-- What readers did, a line a day.
create table article_days (
  article_id uuid not null references articles on delete cascade,
  locale text not null,
  day date not null,
  views integer not null default 0,
  -- Came from a search.
  clicks integer not null default 0,
  -- Went on to ask a person.
  contacts integer not null default 0,
  primary key (article_id, locale, day)
);

-- One vote a reader and article; voting again changes it.
create table article_votes (
  article_id uuid not null references articles on delete cascade,
  -- A hash of who voted; says nothing about them.
  voter text not null,
  locale text not null,
  helpful boolean not null,
  reason text check (reason in ('wrong', 'unclear', 'incomplete', 'outdated', 'not_my_problem', 'other')),
  comment text,
  voted_at timestamptz not null,
  primary key (article_id, voter)
);
create index votes_by_time on article_votes (voted_at);

create table help_searches (
  id uuid primary key,
  -- Without what names a person or an account.
  text text not null,
  locale text not null,
  place text not null check (place in ('pages', 'widget', 'agents')),
  results integer not null,
  clicked_article_id uuid references articles on delete set null,
  searched_at timestamptz not null
);
create index help_searches_by_time on help_searches (searched_at);
