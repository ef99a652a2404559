import { maximumInOrder } from '@fairlead/contract';
import type { Outgoing } from './outgoing.ts';
import { isStuck } from './stuck.ts';

/** Browsers allow 64 KiB of what outlives its page, in all such requests together; what stands around the messages is little. */
const budget = 63 * 1024;

/**
 * What a page that closes leaves to requests that outlive it: of each conversation as many of its messages as fit, from the first on, so
 * that none overtakes another. What is under way is among them, since it may be cut off; its key keeps it from being written twice. None
 * goes past a message whose writer must decide.
 */
export function leftBehind(items: readonly Outgoing[]): Outgoing[][] {
  let room = budget;
  return [...Map.groupBy(items, (item) => item.conversationId).values()].flatMap((own) => {
    const end = own.findIndex((item, index) => {
      // What is sent of it is less than what is kept of it.
      const size = new TextEncoder().encode(JSON.stringify(item)).length;
      if (isStuck(item) || index === maximumInOrder || size > room) return true;
      room -= size;
      return false;
    });
    const run = end === -1 ? own : own.slice(0, end);
    return run.length > 0 ? [run] : [];
  });
}
