import { isDeepStrictEqual } from 'node:util';
import { channels, type SystemLine, socialCredentials } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf, readSocialPlace } from '../channels/index.ts';
import { findConversation } from './conversation-store.ts';
import { listLinesSince, listUntoldLines } from './delivery-store.ts';
import { lineGoesOut, outgoingLines } from './line-goes-out.ts';
import { saveDelivery } from './message-store.ts';

const platforms = channels.filter((channel) => socialCredentials[channel]);

/** Of lines that were written, has those leave that their customers are told of on their platforms, once; answers which these are. */
export async function letLinesOut(
  tx: Tx,
  platform: Pick<Platform, 'keys'>,
  written: ReadonlyArray<{ conversationId: string; messageId: string }>,
): Promise<Array<{ conversationId: string; messageId: string }>> {
  if (written.length === 0) return [];
  const out: Array<{ conversationId: string; messageId: string }> = [];
  for (const message of await listUntoldLines(tx, written, outgoingLines, platforms)) {
    const { conversationId, system } = message;
    const conversation = await findConversation(tx, conversationId);
    const place = conversation && (await readSocialPlace(tx, platform.keys, conversation));
    if (!conversation || !place || !system) continue;
    const told = await listLinesSince(tx, conversationId);
    const goes = lineGoesOut({
      key: system.key satisfies SystemLine,
      inPublic: place.isPublic,
      windowOpen: place.answerUntil === null || place.answerUntil > tx.now,
      scarce: adapterOf(conversation.channel).capabilities.answersEach !== undefined,
      toldSince: told.length,
      again: isDeepStrictEqual(told.at(-1), system),
      closeReason: conversation.closeReason,
    });
    if (!goes) continue;
    await saveDelivery(tx, { ...message, delivery: { state: 'queued', error: null } });
    out.push({ conversationId, messageId: message.id });
  }
  return out;
}
