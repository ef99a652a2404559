-- From which text of the source a text was written, where texts keep no revisions of their own.
create table text_origins (
  kind text not null,
  item text not null,
  locale text not null,
  -- SHA-256 of the source as it was then, in hex.
  source text not null,
  primary key (kind, item, locale)
);

-- The language that a reply was written in, where its reader is told that it is a translation. Old ones say so in their text.
alter table messages add column translated_from text;

-- The answers to choose from, as their agent wrote them, and as they are offered.
alter table translation_drafts add column replies jsonb not null default '[]';
alter table message_translations add column replies jsonb not null default '[]';

-- Glossaries of ours that a provider keeps, by what they are made of.
create table translation_provider_glossaries (
  -- SHA-256 of the provider's place and key, in hex.
  place text not null,
  version int not null,
  -- The provider's own name for it; null while somebody makes it.
  id text,
  -- The pairs of languages that it holds, such as `en vi`.
  pairs text[] not null default '{}',
  made_at timestamptz not null,
  primary key (place, version)
);

-- One picture, said in words in each language; among the files of the help center.
alter table announcements add column picture_id uuid references help_files;
alter table announcement_texts add column picture_alt text not null default '';
alter table announcement_editions add column picture_id uuid references help_files;
create index announcements_by_picture on announcements (picture_id) where picture_id is not null;
create index announcement_editions_by_picture on announcement_editions (picture_id) where picture_id is not null;
