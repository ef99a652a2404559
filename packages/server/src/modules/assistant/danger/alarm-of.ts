import type { Alarm } from '../../tickets/index.ts';
import type { Danger } from './danger-in.ts';

/** What a danger makes of a ticket; `teamId` is whose matter it is. Pure. */
export function alarmOf(danger: Danger, teamId: string | null): Alarm {
  return danger === 'stolen'
    ? { category: 'account_security.hacked', because: 'account_taken', teamId }
    : { category: null, because: 'person_at_risk', teamId };
}

/** The name under which it is told of once for each case. */
export const warningOf = (danger: Danger, ticketId: string): string => `danger:${danger}:${ticketId}`;
