import type { CustomerMessage } from '@fairlead/contract';
import type { Pending } from './pending.ts';

/** The answers to choose from at the end of a thread: those of the last thing that was said to the customer, until they say something. */
export function offeredReplies(
  messages: readonly CustomerMessage[],
  pending: readonly Pending[],
): readonly string[] {
  const last = messages.findLast(({ kind }) => kind === 'text');
  return (pending.length === 0 && last?.author.type !== 'customer' && last?.quickReplies) || [];
}
