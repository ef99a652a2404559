-- What came from another help center: under which id it is known there, so that taking it in again changes it rather than doubling it.
create table help_imports (
  source text not null check (source in ('zendesk')),
  kind text not null check (kind in ('category', 'section', 'article')),
  external_id text not null,
  -- A category or an article here.
  object_id uuid not null,
  -- By locale, a hash of the text as it last came: one that is the same there leaves alone what editors made of it here.
  texts jsonb not null default '{}',
  imported_at timestamptz not null,
  primary key (source, kind, external_id)
);
create index imports_by_object on help_imports (object_id);
