-- When the soonest promise on a ticket is due that is not kept yet, while it runs. Kept up by the module sla, so that lists filter and
-- sort by it as by any other column.
alter table tickets add column due_at timestamptz;
update tickets t set due_at = s.due_at from sla_tickets s where s.ticket_id = t.id and s.due_at is not null;
-- The same so that it sorts: what is not due at all comes last.
alter table tickets add column due_order timestamptz generated always as (coalesce(due_at, 'infinity')) stored;
create index tickets_by_due on tickets (due_order, id);
create index tickets_of_team_by_due on tickets (team_id, due_order, id);
-- Nothing reads sla_tickets.due_at any more; the column goes with a later release.
drop index sla_tickets_due;

-- When and why a clock stood still: from, to (null: still does), and the status meanwhile.
alter table sla_clocks add column pauses jsonb not null default '[]';
