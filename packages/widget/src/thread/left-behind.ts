import type { BodyOf, endpoints } from '@fairlead/contract';
import { contentOf } from './content-of.ts';
import type { Pending } from './pending.ts';

type Items = BodyOf<typeof endpoints.chat.postInOrder>['items'];

/** Browsers allow 64 KiB of what outlives its page; what stands around the messages is little. */
const budget = 63 * 1024;
/** Messages in one request, as the contract allows. */
const most = 20;

/**
 * What a page that closes leaves to a request that outlives it: in order, and as much as fits. What is under way is among it, since it
 * may be cut off: by its key it is not written twice.
 */
export function leftBehind(pending: readonly Pending[]): Items {
  const items = pending
    .filter(({ state }) => state !== 'failed')
    .slice(0, most)
    .map((it) => ({ ...contentOf(it), topic: it.topic, conversationId: it.conversationId }));
  while (new Blob([JSON.stringify(items)]).size > budget) items.pop();
  return items;
}
