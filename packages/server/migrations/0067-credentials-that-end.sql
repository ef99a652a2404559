-- What a platform gives for a time to who signs in, such as an access token: sealed, texts by name, as JSON.
alter table social_inboxes add column granted text;
alter table social_inboxes add column granted_until timestamptz;
-- A node is asking for another until then at most; others wait for what it gets.
alter table social_inboxes add column renewing_until timestamptz;
