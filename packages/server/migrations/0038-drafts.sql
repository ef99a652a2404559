-- What agents are writing in conversations and have not sent: one for a reply and one for a note, shared with colleagues by choice.
create sequence draft_versions;
create table drafts (
  conversation_id uuid not null references conversations on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  kind text not null check (kind in ('text', 'note')),
  -- Grows with every change, and is never given twice, also when a draft is removed and another begun.
  version bigint not null default nextval('draft_versions'),
  shared boolean not null,
  content jsonb not null,
  attachment_ids uuid[] not null default '{}',
  written_at timestamptz not null,
  primary key (conversation_id, agent_id, kind)
);
create index drafts_written on drafts (written_at);
-- Files that a draft holds are not swept as left over.
create index drafts_attachments on drafts using gin (attachment_ids) where attachment_ids <> '{}';
