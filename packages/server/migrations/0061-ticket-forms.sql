-- What tickets of a category are asked, where administrators changed it: every version ever, the last one of a category counts.
create table ticket_forms (
  id uuid primary key,
  -- In the order of their commits, whatever the category: all forms as of a version are told by one number.
  edition bigint generated always as identity unique,
  category text not null,
  version integer not null,
  -- Null: as it came along.
  fields jsonb,
  -- Fields that administrators ever made, in whichever form, as they were last.
  known jsonb not null,
  changed_by uuid references agents on delete set null,
  changed_at timestamptz not null,
  unique (category, version)
);
