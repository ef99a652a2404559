-- What a machine read in pictures of tickets: the entities only, never the text in which they stood. Gone with the row when the file turns out to be sensitive.
alter table ticket_pictures
  add column read_at timestamptz,
  -- read, unreadable (no picture, or too large), or gave_up (it took too long, or the reader failed).
  add column reading text,
  add column entities jsonb;
