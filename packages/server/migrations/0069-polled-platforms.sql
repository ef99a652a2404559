-- Inboxes that ask their platform for what customers write, where it does not send it: how far they have read, texts by name.
alter table social_inboxes add column polled jsonb;
-- Not to be asked before, as the platform said.
alter table social_inboxes add column poll_after timestamptz;
