-- What the assistant would answer to the letter or form that a conversation began with: a draft for agents, or what went out at once.
create table assistant_letters (
  conversation_id uuid primary key references conversations on delete cascade,
  customer_id uuid not null references customers on delete cascade,
  -- The message that it answers.
  seq integer not null,
  locale text not null,
  text text not null,
  sources jsonb not null,
  -- Of the passage that it is from.
  passage text not null,
  sent boolean not null,
  created_at timestamptz not null
);
create index assistant_letters_by_customer on assistant_letters (customer_id, created_at);

-- Until now it said nothing but for chats, and forms sent it for every inbox: for others it is off until somebody switches it on.
update inboxes set assistant = false where channel <> 'chat';
