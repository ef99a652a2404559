import type { Tx } from '../../../platform/database/database.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import { lastSocialMessage, readSocialThread, saveSocialPlaces } from './social-thread-store.ts';

/** Has the answers of a conversation go where the customer alone reads them, or where everybody does; `impossible` where it has no such place. */
export async function switchSocialPlace(
  tx: Tx,
  conversation: { id: string; channel: Inbox['channel'] },
  inPrivate: boolean,
): Promise<'switched' | 'already' | 'impossible'> {
  const { isPublic, privateAddress } = adapterOf(conversation.channel);
  const thread = await readSocialThread(tx, conversation.id);
  if (!thread || !isPublic) return 'impossible';
  if (isPublic(thread.address) !== inPrivate) return 'already';
  const { address, threadKey, other } = thread;
  const here = { address, threadKey };
  if (other) {
    await saveSocialPlaces(tx, conversation.id, other, here);
    return 'switched';
  }
  const answered = inPrivate ? await lastSocialMessage(tx, conversation.id) : undefined;
  const there = answered === undefined ? null : (privateAddress?.(address, answered) ?? null);
  if (there === null) return 'impossible';
  await saveSocialPlaces(tx, conversation.id, { address: there, threadKey: null }, here);
  return 'switched';
}
