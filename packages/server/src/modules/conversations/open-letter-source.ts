import type { SourceReason } from '@fairlead/contract';
import type { AgentActor } from '../../platform/actor.ts';
import type { Keys } from '../../platform/crypto/secrets.ts';
import type { Reader, Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/events/event.ts';
import { fail } from '../../platform/fail.ts';
import { downloadHeaders } from '../../platform/files/download-headers.ts';
import { sourceAddress, verifyFileAddress } from '../../platform/files/file-address.ts';
import type { Platform } from '../../platform/platform.ts';
import { findLetter, type LetterRecord, readPayloadBody, replaceInSource } from '../channels/index.ts';
import { codesToHide } from '../people/index.ts';
import { accessLetter } from './access-letter.ts';
import { findConversation } from './conversation-store.ts';
import { letterOpened } from './events.ts';
import { hideCodes } from './hide-codes.ts';

const purpose = 'letter-source-address';

/**
 * Opens a letter as it came to an agent who says why. In it lies every file open, also those that are encrypted elsewhere: hence the
 * permission and the fact. The customer's anti-phishing code is not in it. See the endpoint `conversations.openLetterSource`.
 */
export async function openLetterSource(
  tx: Tx,
  { keys }: Pick<Platform, 'keys'>,
  actor: AgentActor,
  place: { id: string; messageId: string },
  reason: SourceReason,
): Promise<{ url: string; endsAt: string; size: number }> {
  const letter = await accessLetter(tx, actor, place);
  const body = await sourceOf(tx, keys, letter);
  if (!body) throw fail('conversation.message_not_found');
  await announce(tx, letterOpened, {
    subjectId: place.id,
    actor,
    payload: { letterId: letter.id, messageId: place.messageId, reason },
  });
  const { url, endsAt } = sourceAddress(keys.derive(purpose), letter.id, tx.now);
  return { url, endsAt: endsAt.toISOString(), size: body.length };
}

/** Serves letters as they came, by the addresses that were given out. Saved as a file, never shown as a page. */
export function letterSourceRoute({ http, keys, clock, database }: Platform): void {
  http.app.get<{ Params: { id: string } }>('/letters/:id/source', async (request, reply) => {
    if (!verifyFileAddress(keys.derive(purpose), request.url, clock.now())) throw fail('file.link_expired');
    const reader = database.reader();
    const letter = await findLetter(reader, request.params.id);
    const body = letter && (await sourceOf(reader, keys, letter));
    if (!letter || !body) throw fail('file.not_found');
    const named = { type: 'message/rfc822', name: letter.subject || 'letter' };
    return reply.headers({ ...downloadHeaders(named), 'cache-control': 'no-store' }).send(body);
  });
}

/** A letter as it came, but for anti-phishing codes; undefined where it is not kept. */
async function sourceOf(reader: Reader, keys: Keys, letter: LetterRecord): Promise<Buffer | undefined> {
  const { rawKey, conversationId, parties } = letter;
  const body = rawKey === null ? undefined : await readPayloadBody(reader, keys, rawKey);
  if (!body) return undefined;
  const conversation = conversationId === null ? undefined : await findConversation(reader, conversationId);
  const addresses = parties.from ? [parties.from.address] : [];
  const codes = await codesToHide(reader, keys, conversation?.customerId ?? null, addresses);
  if (codes.length === 0) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return replaceInSource(body, (text) => hideCodes(text, codes));
}
