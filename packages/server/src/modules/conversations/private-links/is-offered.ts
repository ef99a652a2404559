import { privateLinkChannels } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { privateLinkSettings, readSocialPlace } from '../../channels/index.ts';
import type { ConversationRecord } from '../conversation.ts';
import { decideOffer } from './decide-offer.ts';
import { wasRefusedInPrivate } from './private-link-store.ts';

/** Whether a link to a private chat may be put into an answer of this conversation now. */
export async function isOffered(
  reader: Reader,
  { keys, clock }: Pick<Platform, 'keys' | 'clock'>,
  conversation: ConversationRecord,
): Promise<boolean> {
  if (!privateLinkChannels.includes(conversation.channel)) return false;
  const settings = await privateLinkSettings(reader, conversation.inboxId);
  const place = settings.chatInboxId && (await readSocialPlace(reader, keys, conversation));
  if (!place) return false;
  return decideOffer(
    {
      settings,
      inPublic: place.isPublic,
      otherWay: place.privately === 'possible' || place.privateLink !== null,
      otherUntil: place.privateUntil,
      refused: await wasRefusedInPrivate(reader, conversation.id),
    },
    clock.now(),
  );
}
