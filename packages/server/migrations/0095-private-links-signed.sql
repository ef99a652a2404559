-- What stands in a link is signed from now on: links from before have ended. Agents take back what they gave out, and see whether it was opened.
alter table private_links
  add column opened_at timestamptz,
  add column revoked_at timestamptz;
update private_links set expires_at = least(expires_at, now()) where proven_conversation_id is null;
-- The platform on which everybody reads a message.
alter table messages add column public_on text;
