-- A sweep looks every minute for messages that should be on their way, and whose job is gone.
create index messages_queued on messages (created_at, id) where delivery_state = 'queued';
