import type { InboxHealth } from '@fairlead/contract';

/** Days before the end of what an inbox signs in with from which it is said. */
const noticeDays = 14;

/** What is known of an inbox and the servers behind it. */
export interface Contact {
  readonly lastContactAt: Date | null;
  readonly lastError: InboxHealth['trouble'];
  readonly endsAt: Date | null;
}

/** How an inbox fares, by what is known of it; undefined for one that nobody has connected. Pure. */
export function healthOf(inboxId: string, contact: Contact | undefined, now: Date): InboxHealth {
  const { lastContactAt = null, lastError = null, endsAt = null } = contact ?? {};
  return {
    inboxId,
    state: stateOf(contact, now),
    lastContactAt: lastContactAt?.toISOString() ?? null,
    trouble: lastError,
    endsAt: endsAt?.toISOString() ?? null,
  };
}

function stateOf(contact: Contact | undefined, now: Date): InboxHealth['state'] {
  if (!contact) return 'not_connected';
  if (contact.lastError) return 'trouble';
  if (!contact.lastContactAt) return 'waiting';
  const days = contact.endsAt ? (contact.endsAt.getTime() - now.getTime()) / 86_400_000 : Infinity;
  return days <= noticeDays ? 'ending' : 'well';
}
