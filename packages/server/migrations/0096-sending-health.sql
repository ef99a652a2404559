-- What is wrong with the server by which an inbox sends, beside that from which it fetches.
alter table email_inboxes add column sending_error jsonb;
