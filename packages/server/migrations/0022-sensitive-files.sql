-- Files that hold identity documents: opened with a reason only, and encrypted, each under a data key of its own.
alter table attachments
  add column sensitive_at timestamptz,
  -- The data key, itself encrypted by the installation's key that is named beside it; null while the bytes are not encrypted yet.
  add column data_key text,
  add column data_key_under text;
create index attachments_by_key on attachments (data_key_under) where data_key is not null;

-- Who opened such a file, when and why.
create table file_openings (
  id uuid primary key,
  attachment_id uuid not null references attachments (id) on delete cascade,
  agent_id uuid not null,
  reason text not null,
  note text not null default '',
  opened_at timestamptz not null
);
create index file_openings_by_file on file_openings (attachment_id, opened_at);
