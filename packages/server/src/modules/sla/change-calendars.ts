import { type CalendarBody, maximumExceptions, type SlaCalendar } from '@fairlead/contract';
import { newId } from '../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import { checkCalendar } from './calendar-rules.ts';
import {
  isCalendarUsed,
  listCalendars,
  lockCalendar,
  removeCalendar,
  saveCalendar,
  wakeTicketsOf,
} from './calendar-store.ts';
import { readHolidays } from './read-holidays.ts';

/** Throws what is wrong with its hours: see checkCalendar. */
export async function createCalendar(tx: Tx, body: CalendarBody): Promise<SlaCalendar> {
  checkCalendar(body);
  const id = newId();
  await saveCalendar(tx, id, body);
  return view(tx, id);
}

/** Clocks that count by it are worked out anew. Throws `sla.calendar_not_found`, and what is wrong with its hours. */
export async function updateCalendar(tx: Tx, id: string, body: CalendarBody): Promise<SlaCalendar> {
  checkCalendar(body);
  if (!(await lockCalendar(tx, id))) throw fail('sla.calendar_not_found');
  await saveCalendar(tx, id, body);
  await wakeTicketsOf(tx, id);
  return view(tx, id);
}

/** Throws `sla.calendar_not_found` or `sla.calendar_in_use`. */
export async function deleteCalendar(tx: Tx, id: string): Promise<void> {
  if (!(await lockCalendar(tx, id))) throw fail('sla.calendar_not_found');
  if (await isCalendarUsed(tx, id)) throw fail('sla.calendar_in_use');
  await removeCalendar(tx, id);
}

/** Adds the days off of an iCal file; see the endpoint. Days that have an exception already keep it. */
export async function importHolidays(
  tx: Tx,
  id: string,
  file: { ical: string; fromYear: number; years: number },
): Promise<{ calendar: SlaCalendar; added: number; leftOut: number }> {
  if (!(await lockCalendar(tx, id))) throw fail('sla.calendar_not_found');
  const { holidays, leftOut } = readHolidays(file.ical, { from: file.fromYear, count: file.years });
  const calendar = await view(tx, id);
  const known = new Set(calendar.exceptions.map((it) => it.date));
  const added = holidays.filter((it) => !known.has(it.date)).map((it) => ({ ...it, intervals: [] }));
  const exceptions = [...calendar.exceptions, ...added];
  if (exceptions.length > maximumExceptions)
    throw fail('sla.too_many_exceptions', { maximum: maximumExceptions });
  return {
    calendar: await updateCalendar(tx, id, { ...calendar, exceptions }),
    added: added.length,
    leftOut,
  };
}

async function view(reader: Reader, id: string): Promise<SlaCalendar> {
  const [calendar] = await listCalendars(reader, [id]);
  if (!calendar) throw fail('sla.calendar_not_found');
  return calendar;
}
