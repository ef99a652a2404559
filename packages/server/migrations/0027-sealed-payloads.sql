-- What platforms sent lies encrypted, each under a data key of its own: letters bring identity documents along.
alter table inbound_payloads
  -- The data key, itself encrypted by the installation's key that is named beside it; null for what an earlier build kept open.
  add column data_key text,
  add column data_key_under text;
create index inbound_payloads_by_key on inbound_payloads (data_key_under) where data_key is not null;
create index inbound_payloads_open on inbound_payloads (id) where data_key is null;
