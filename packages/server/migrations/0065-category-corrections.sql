-- Whoever gives a ticket another category says what was really asked: the ticket, and the category it was given. One proposal for each ticket.
alter table learning_utterances add column ticket_id uuid unique references tickets on delete set null;
alter table learning_utterances add column category text;
