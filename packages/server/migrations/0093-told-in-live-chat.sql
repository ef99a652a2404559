-- A customer may be told of a ticket in the live chat. A row that names no way at all: on the page only, also where the live chat is the usual one.
alter table ticket_addresses add column live_chat boolean not null default false;

-- Where in the live chat an occasion was told of.
alter table ticket_letters
  add column conversation_id uuid,
  add column public_seq integer;
