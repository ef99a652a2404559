-- The figures of the exchange as they were seen last, to notice when one changes.
create table known_facts (
  name text primary key,
  fact jsonb not null,
  as_of timestamptz not null
);

-- Figures that changed, and how.
create table fact_drifts (
  id uuid primary key,
  name text not null,
  before jsonb not null,
  after jsonb not null,
  found_at timestamptz not null
);
create index fact_drifts_by_time on fact_drifts (found_at desc);

-- Texts that quote a figure as it was.
create table drift_findings (
  id uuid primary key,
  drift_id uuid not null references fact_drifts on delete cascade,
  source text not null check (source in ('article', 'draft', 'macro', 'example')),
  -- The article, macro or example; it may be gone since.
  subject_id uuid not null,
  locale text not null,
  title text not null,
  excerpt text not null,
  state text not null check (state in ('open', 'done', 'dismissed')),
  decided_by uuid references agents on delete set null,
  decided_at timestamptz,
  unique (drift_id, source, subject_id, locale)
);
create index drift_findings_open on drift_findings (drift_id) where state = 'open';
