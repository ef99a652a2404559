import { type CalendarBody, calendarBody, type SlaCalendar } from '@fairlead/contract';
import { sql } from 'kysely';
import type { Reader, Tx } from '../../platform/database/database.ts';

/** Calendars by name: those that are not removed, or all of these ids even so. */
export async function listCalendars(reader: Reader, ids?: readonly string[]): Promise<SlaCalendar[]> {
  const { rows } = await sql<{ id: string; used_by: string[] } & Record<string, unknown>>`
    select c.id, c.name, c.time_zone as "timeZone", c.week, c.exceptions,
      array(select p.name from sla_policies p where p.calendar_id = c.id order by p.position, p.id) as used_by
    from sla_calendars c
    where ${ids ? sql`c.id = any(${ids}::uuid[])` : sql`c.removed_at is null`}
    order by lower(c.name), c.id
  `.execute(reader.sql);
  return rows.map(({ id, used_by, ...body }) => ({ id, usedBy: used_by, ...calendarBody.parse(body) }));
}

/** Holds a calendar that is not removed until the end of the transaction; false if there is none. */
export async function lockCalendar(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('sla_calendars')
    .select('id')
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveCalendar(tx: Tx, id: string, body: CalendarBody): Promise<void> {
  const exceptions = body.exceptions.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const columns = {
    name: body.name,
    time_zone: body.timeZone,
    week: JSON.stringify(body.week),
    exceptions: JSON.stringify(exceptions),
  };
  await tx.sql
    .insertInto('sla_calendars')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

/** Whether a policy or a clock that is not over counts by it. */
export async function isCalendarUsed(reader: Reader, id: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists(select from sla_policies where calendar_id = ${id}::uuid)
      or exists(select from sla_clocks where calendar_id = ${id}::uuid and state in ('running', 'paused', 'breached')) as used
  `.execute(reader.sql);
  return rows[0]?.used ?? false;
}

export async function removeCalendar(tx: Tx, id: string): Promise<void> {
  await tx.sql.updateTable('sla_calendars').set({ removed_at: tx.now }).where('id', '=', id).execute();
}

/** The tickets whose clocks count by a calendar are to be worked out anew by the next sweep. */
export async function wakeTicketsOf(tx: Tx, calendarId: string): Promise<void> {
  await sql`
    update sla_tickets set next_at = ${tx.now} where ticket_id in (
      select ticket_id from sla_clocks where calendar_id = ${calendarId}::uuid and state in ('running', 'paused', 'breached'))
  `.execute(tx.sql);
}
