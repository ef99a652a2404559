import ICAL from 'ical.js';

/** What a calendar part is about. */
export interface Invitation {
  /** REQUEST, REPLY, CANCEL ... in upper case; null where it names none. */
  readonly method: string | null;
  readonly summary: string | null;
  /** ISO 8601 as the calendar has it, its time zone not applied; null where it names none. */
  readonly start: string | null;
  readonly organizer: string | null;
  /** ACCEPTED, DECLINED ... of the first attendee: in a reply, the one who answers. */
  readonly attendeeStatus: string | null;
}

/** No real invitation is longer; a whole calendar is left a file. */
const maximumLength = 256 * 1024;

/** Reads a text/calendar part; null where it is damaged, longer than an invitation, or holds no event. */
export function readInvitation(text: string): Invitation | null {
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
  if (typeof value === 'string') return value === '' ? null : value;
  return value instanceof ICAL.Time ? value.toString() : null;
}
