-- Questions of one matter, whatever their language, that the assistant could not answer well.
create table learning_clusters (
  id uuid primary key,
  state text not null default 'open' check (state in ('open', 'in_work', 'done', 'ignored')),
  changed_by uuid references agents on delete set null,
  -- When its state was changed last.
  changed_at timestamptz,
  article_id uuid references articles on delete set null,
  created_at timestamptz not null
);

-- What was asked and not answered well: without secrets and names, for ninety days.
create table learning_questions (
  id uuid primary key,
  -- Of the turn, or of the search: gathered again, it is the same.
  key text not null unique,
  cause text not null check (cause in ('abstained', 'out_of_scope', 'handed_over', 'disliked', 'no_result')),
  conversation_id uuid references conversations on delete cascade,
  locale text not null,
  text text not null,
  features jsonb not null,
  cluster_id uuid references learning_clusters on delete set null,
  asked_at timestamptz not null
);
create index learning_questions_by_cluster on learning_questions (cluster_id, asked_at desc);
create index learning_questions_by_conversation on learning_questions (conversation_id);
create index learning_questions_by_time on learning_questions (asked_at);

-- What customers may say, proposed for training; learned from once it is accepted.
create table learning_utterances (
  id uuid primary key,
  locale text not null,
  text text not null,
  intent text not null,
  -- What the classifier took it for when it was proposed.
  guessed text,
  source text not null check (source in ('cluster', 'correction')),
  cluster_id uuid references learning_clusters on delete set null,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'rejected')),
  -- Of its folded text: one of each in a language.
  fingerprint text not null,
  proposed_by uuid references agents on delete set null,
  proposed_at timestamptz not null,
  decided_by uuid references agents on delete set null,
  decided_at timestamptz,
  unique (locale, fingerprint)
);
create index learning_utterances_by_state on learning_utterances (state, proposed_at desc);

-- Versions of the classifier that were trained here. The one that came along is version 0 and has no row.
create table learning_classifiers (
  number integer primary key,
  state text not null check (state in ('training', 'ready', 'refused', 'cancelled', 'failed')),
  -- Steps done of all.
  done integer not null default 0,
  total integer not null,
  -- Of its bytes, which lie in the files under it.
  sha256 text,
  -- Accepted utterances it learned from, beside those that came along.
  utterances integer not null,
  -- The version it is measured against, right and total of each language before and after, and why it was refused.
  report jsonb,
  trained_by uuid references agents on delete set null,
  started_at timestamptz not null,
  finished_at timestamptz
);
-- One at a time is trained.
create unique index learning_classifiers_under_way on learning_classifiers (state) where state = 'training';
