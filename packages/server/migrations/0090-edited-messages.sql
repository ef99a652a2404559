-- Of the new text of a message: the platform's id of the message that it changes, and when that was, by the platform's clock.
alter table social_messages add column changes text, add column written_at timestamptz;
create index social_messages_by_changed on social_messages (inbox_id, changes) where changes is not null;
