import type { Channel } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { adapterOf, isPublicPlace, readSocialThread } from '../../channels/index.ts';
import type { ConversationRecord } from '../conversation.ts';
import { publicPlaceOf } from '../private-links/public-place-of.ts';

/**
 * The platform on which everybody is going to read what an agent writes now; null where the customer alone does. In a private chat that goes on from a
 * public conversation that is what is asked for to be posted there. Throws `conversation.no_public_place` where it has no such place.
 */
export async function publicOnOf(
  reader: Reader,
  conversation: ConversationRecord,
  { kind, publicly }: { kind: 'text' | 'note'; publicly: boolean },
): Promise<Channel | null> {
  const { id, channel } = conversation;
  if (kind === 'note') return null;
  if (publicly) {
    const place = await publicPlaceOf(reader, conversation);
    if (place) return place.channel;
  }
  const thread = adapterOf(channel).isPublic ? await readSocialThread(reader, id) : undefined;
  const isPublic = thread !== undefined && isPublicPlace(channel, thread.address);
  if (publicly && !isPublic) throw fail('conversation.no_public_place');
  return isPublic ? channel : null;
}
