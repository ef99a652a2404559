-- Pictures and files of articles. The bytes lie in the file store, as `help-files/<id>/original`.
create table help_files (
  id uuid primary key,
  name text not null,
  type text not null,
  size bigint not null,
  -- Pixels, of pictures.
  width integer,
  height integer,
  -- SHA-256 of what was sent and of what is kept, since pictures are drawn anew: what is here already is not kept twice.
  sent_digest text not null unique,
  kept_digest text not null,
  -- When it was last sent: what no article uses is kept for a while from then on.
  sent_at timestamptz not null
);
create index help_files_by_digest on help_files (kept_digest);
create index help_files_by_time on help_files (sent_at);

-- Files offered below an article, in order.
alter table articles add column attachments uuid[] not null default '{}';

-- What a file is sent for.
alter table uploads add column purpose text not null default 'message' check (purpose in ('message', 'article'));
