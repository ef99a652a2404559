-- When nobody waited any more for the promise of which an agent was told.
alter table sla_alerts add column cleared_at timestamptz;
update sla_alerts a set cleared_at = now()
where a.acknowledged_at is null and a.on_call_place is null and not exists (
  select from sla_clocks c
  where c.ticket_id = a.ticket_id and c.kind = a.kind and c.round = a.round and c.state not in ('met', 'stopped')
);
create index sla_alerts_standing on sla_alerts (agent_id, created_at desc)
  where acknowledged_at is null and cleared_at is null;
drop index sla_alerts_open;
