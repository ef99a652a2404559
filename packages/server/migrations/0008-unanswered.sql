-- Routing looks every few seconds for customers who wait for an agent who has gone offline.
create index conversations_unanswered on conversations (waiting_since) where state = 'assigned' and accepted and waiting_since is not null;
