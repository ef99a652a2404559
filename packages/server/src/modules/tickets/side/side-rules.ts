import type { SideMessageRecord, SideRecord } from './side.ts';

type Came = Pick<SideMessageRecord, 'known' | 'automatic'>;

/** Whether an address is one of those that a side conversation is held with. */
export const isParty = ({ parties }: Pick<SideRecord, 'parties'>, address: string): boolean =>
  parties.includes(address.trim().toLowerCase());

/** Whose a letter that came in is, as facts tell. */
export const writerOf = ({ known, automatic }: Came): 'party' | 'stranger' | 'machine' =>
  automatic ? 'machine' : known ? 'party' : 'stranger';

/**
 * A side conversation after a letter came in. What a party writes opens it again; what a stranger does waits to be seen, and what a machine
 * does neither.
 */
export function afterArrival(side: SideRecord, came: Came, now: Date): SideRecord {
  const writer = writerOf(came);
  return {
    ...side,
    state: writer === 'party' ? 'open' : side.state,
    messageCount: side.messageCount + 1,
    unread: side.unread + (writer === 'machine' ? 0 : 1),
    lastActivityAt: now,
  };
}

/** The same after an agent wrote: whoever writes goes on with it. */
export const afterWriting = (side: SideRecord, now: Date): SideRecord => ({
  ...side,
  state: 'open',
  messageCount: side.messageCount + 1,
  lastActivityAt: now,
});

/** Whether it is this agent's to take the mark of unseen letters away. */
export const marksAsSeen = (ticket: { readonly assigneeId: string | null }, agentId: string): boolean =>
  ticket.assigneeId === null || ticket.assigneeId === agentId;
