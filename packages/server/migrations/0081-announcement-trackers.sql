-- What announcements are about: trackers, which are incidents. It is for colleagues, so it needs no approval and is no part of an edition.
create table announcement_trackers (
  announcement_id uuid not null references announcements on delete cascade,
  tracker_id uuid not null references tickets on delete cascade,
  linked_by uuid not null references agents,
  linked_at timestamptz not null,
  primary key (announcement_id, tracker_id)
);
create index announcement_trackers_by_tracker on announcement_trackers (tracker_id);
