-- Who gets an agent's letter beside the customer, and the subject that it was given; null for messages without either.
alter table messages
  add column letter jsonb;
