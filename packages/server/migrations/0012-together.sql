-- What is written together leaves the outbox together: one line for the facts of one statement, instead of one for each.
alter table event_outbox rename column event_id to id;
alter table event_outbox add column event_ids uuid[];
update event_outbox set event_ids = array[id];
alter table event_outbox alter column event_ids set not null;

-- The place among what the customer sees is never above the place in the thread, and at most the hidden entries below it: the key
-- finds it, and every message is spared an index.
drop index messages_public;

-- Derived from messages, and made again from them: no need to look up the conversation with every message.
alter table message_search drop constraint message_search_conversation_id_fkey;
