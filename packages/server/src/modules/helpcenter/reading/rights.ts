import type { Visibility } from '@fairlead/contract';
import type { Caller } from '../../../platform/actor.ts';

/** What a caller may read: everybody what is public, customers whom the exchange vouches for also what is for them, agents all. */
export function readableBy(caller: Caller): (article: { visibility: Visibility }) => boolean {
  if (caller.type === 'agent') return () => true;
  const verified = caller.type === 'customer' && caller.verified;
  return ({ visibility }) => visibility === 'public' || (visibility === 'signed_in' && verified);
}
