-- Templates that a platform takes when it takes no answers any more (WeChat's template messages): which one says what, and which of its fields holds what.
create table inbox_notices (
  inbox_id uuid not null references inboxes (id),
  kind text not null,
  template_id text not null,
  fields jsonb not null,
  primary key (inbox_id, kind)
);
-- When the customer was last told by such a template that an answer waits: once for each silence of theirs.
alter table social_threads add column noticed_at timestamptz;
