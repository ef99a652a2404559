import type { LetterInvitation } from '@fairlead/contract';
import ICAL from 'ical.js';

/** No real invitation is longer; a whole calendar is left a file. */
const maximumLength = 256 * 1024;
/** UTF-16 units of what is kept of one of its lines. */
const longestLine = 300;

/** Reads a text/calendar part; null where it is damaged, longer than an invitation, or holds no event. */
export function readInvitation(text: string): LetterInvitation | null {
  if (text.length > maximumLength) return null;
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const event = calendar.getFirstSubcomponent('vevent');
    if (!event) return null;
    const attendee = event.getFirstProperty('attendee');
    return {
      method: textOf(calendar.getFirstPropertyValue('method'))?.toUpperCase() ?? null,
      summary: textOf(event.getFirstPropertyValue('summary')),
      start: textOf(event.getFirstPropertyValue('dtstart')),
      organizer: textOf(event.getFirstPropertyValue('organizer'))?.replace(/^mailto:/i, '') ?? null,
      attendeeStatus: textOf(attendee?.getFirstParameter('partstat') ?? null)?.toUpperCase() ?? null,
    };
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string')
    return value === '' ? null : value.replaceAll('\0', '').slice(0, longestLine).toWellFormed();
  return value instanceof ICAL.Time ? value.toString() : null;
}
