-- What a letter into a side conversation answers to an invitation: accepted, declined, tentative or countered; null for every other.
alter table side_messages add column invitation_answer text;

-- Null where nobody made it, but the product itself.
alter table ticket_links alter column created_by drop not null;
