import type { Outgoing } from './outgoing.ts';

/** Whether a message goes no further until its writer decides: the thread has moved on, or the server refused it. */
export function isStuck({ state }: Outgoing): boolean {
  return state === 'moved_on' || state === 'failed';
}

/** The conversations that hold a message which waits for its writer. */
export function stuckIn(items: readonly Outgoing[]): ReadonlySet<string> {
  return new Set(items.filter(isStuck).map((item) => item.conversationId));
}
