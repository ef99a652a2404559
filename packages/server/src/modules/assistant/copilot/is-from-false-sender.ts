import type { Reader } from '../../../platform/database/database.ts';
import { proofsOfMessages } from '../../channels/index.ts';
import { proofOf } from '../../conversations/index.ts';
import type { Matter } from './matter.ts';

/**
 * Whether anything of what an answer would answer came in a letter whose sender is false. Anybody may write into a thread under a customer's
 * address; what the exchange knows of that customer would be told to whoever did.
 */
export async function isFromFalseSender(
  reader: Reader,
  conversationId: string,
  { open, said }: Pick<Matter, 'open' | 'said'>,
): Promise<boolean> {
  const ids = [...open, ...said.slice(-1)].map(({ id }) => id);
  const proofs = await proofsOfMessages(reader, conversationId, ids);
  return [...proofs.values()].some((proof) => proofOf(proof)?.verdict === 'failed');
}
