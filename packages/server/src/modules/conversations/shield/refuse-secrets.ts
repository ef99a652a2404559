import { findSecrets, isRemoved } from '@fairlead/shield';
import { allWordLists } from '@fairlead/shield/all-word-lists';
import { demandsSecret } from '@fairlead/shield/asking';
import { fail } from '../../../platform/fail.ts';

/**
 * Stops what an agent writes where it holds a secret, or, to a customer, asks for one: nobody may, and nobody may override it. Numbers beside the word "code" go through: agents tell of errors
 * and steps. Throws `conversation.message_holds_secret`, `conversation.message_asks_for_secret`. Pure.
 */
export function refuseSecrets(text: string, kind: 'text' | 'note'): void {
  const found = findSecrets(text, allWordLists);
  if (found.some((it) => isRemoved(it.kind) && it.kind !== 'one_time_code'))
    throw fail('conversation.message_holds_secret');
  if (kind === 'text' && demandsSecret(text)) throw fail('conversation.message_asks_for_secret');
}
