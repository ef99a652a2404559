-- Where an embeddings model put what a ticket is about, and a text of an article: a direction of one byte a dimension, and a name for the model that it is by.
create table ticket_directions (
  ticket_id uuid primary key references tickets on delete cascade,
  embedding bytea not null,
  embedded_by text not null,
  -- The locale and a hash of what was read: another subject is read anew.
  locale text not null,
  text_hash text not null
);
create table article_directions (
  revision_id uuid primary key references article_revisions on delete cascade,
  embedding bytea not null,
  embedded_by text not null
);
