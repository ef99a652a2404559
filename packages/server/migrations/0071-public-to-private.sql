-- The other place of a conversation that is held in two: below a post, and in private with whoever wrote there. Answers go to the first one; what
-- comes from either belongs to the conversation.
alter table social_threads add column other_address text, add column other_thread_key text,
  -- When its place was last changed: what comes from there then belongs to it rather than to what was written there before.
  add column placed_at timestamptz;
create index social_threads_by_other_address on social_threads (inbox_id, other_address, last_inbound_at)
  where other_address is not null;
