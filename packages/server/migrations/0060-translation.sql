-- Who translates, and by which rules. No row: nobody does.
create table translation_settings (
  only_one boolean primary key default true check (only_one),
  provider text not null check (provider in ('none', 'libretranslate', 'deepl', 'openai_compatible')),
  url text not null,
  model text not null,
  -- Sealed; null where none is asked for.
  key text,
  seconds integer not null,
  characters_per_day bigint not null,
  languages text[] not null,
  at_once boolean not null,
  tell_customers boolean not null,
  back_check boolean not null,
  updated_at timestamptz not null
);

-- What each day (UTC) has cost, by provider.
create table translation_days (
  day date not null,
  provider text not null,
  characters bigint not null,
  calls integer not null,
  failures integer not null,
  primary key (day, provider)
);

-- Paragraphs that were translated before. What is exact stands in neither text: a mark is in its place.
create table translation_cache (
  -- SHA-256 of the paragraph with its marks, both languages, the provider and the version of the glossary.
  key text primary key,
  answer text not null,
  created_at timestamptz not null
);
create index translation_cache_by_time on translation_cache (created_at);

-- Each version of the glossary that somebody kept; what came along is none of them.
create table translation_glossaries (
  version integer primary key,
  concepts jsonb not null,
  keep text[] not null,
  kept_by text not null,
  created_at timestamptz not null
);

-- Replies that were translated and perhaps sent then.
create table translation_drafts (
  conversation_id uuid not null references conversations on delete cascade,
  id uuid not null,
  agent_id uuid not null,
  source text not null,
  source_locale text not null,
  target text not null,
  target_locale text not null,
  back text,
  mark text,
  provider text not null,
  glossary_version integer not null,
  whole boolean not null,
  score real not null,
  reasons text[] not null,
  created_at timestamptz not null,
  primary key (conversation_id, id)
);
create index translation_drafts_by_time on translation_drafts (created_at);

-- The other text of a message.
create table message_translations (
  conversation_id uuid not null references conversations on delete cascade,
  message_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  locale text not null,
  message_locale text not null,
  body text not null,
  score real not null,
  reasons text[] not null,
  edited boolean not null,
  provider text not null,
  created_at timestamptz not null,
  primary key (conversation_id, message_id, locale)
);
