-- How pictures on tickets look, so that copies of them on other tickets are found. A row without keys was not looked at yet, or is too plain to compare.
create table ticket_pictures (
  file_id uuid primary key references attachments (id) on delete cascade,
  created_at timestamptz not null,
  -- What copies share some of.
  keys integer[],
  -- 192 by 192 cells of grey, one byte each.
  look bytea
);
create index ticket_pictures_by_key on ticket_pictures using gin (keys);

-- Pictures that look the same: a row each way.
create table ticket_picture_copies (
  file_id uuid not null references ticket_pictures (file_id) on delete cascade,
  copy_id uuid not null references ticket_pictures (file_id) on delete cascade,
  primary key (file_id, copy_id)
);
create index ticket_picture_copies_by_copy on ticket_picture_copies (copy_id);
