import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { findThread } from '../adapters/email/thread-keys.ts';
import type { InboundMessage } from '../port.ts';
import { readEmailInbox } from './email-inbox-store.ts';
import { findLetters, recentOfSender } from './letter-store.ts';
import type { InboundLetter } from './letter-types.ts';

const recentDays = 14;

/** The key that signs addresses which answers go to. */
export const plusKey = (keys: Keys): Buffer => keys.derive('plus-address');

/**
 * The conversation that a letter answers: by our signed address, by a letter of the same inbox that it refers to, or, where the sender is
 * proven, by the subject of one of their recent letters. Null: it begins a new one.
 */
export async function findLetterThread(
  reader: Reader,
  keys: Keys,
  inboxId: string,
  { sender, letter }: Pick<InboundMessage, 'sender'> & { letter: InboundLetter },
): Promise<string | null> {
  const email = await readEmailInbox(reader, keys, inboxId);
  if (!email) return null;
  const known = await findLetters(reader, [...new Set([...letter.inReplyTo, ...letter.references])]);
  const conversations = new Map(
    known.filter((it) => it.inboxId === inboxId).map((it) => [it.headerId, it.conversationId]),
  );
  const since = new Date(reader.now.getTime() - recentDays * 24 * 3_600_000);
  // A letter that only says who wrote it gets in by no subject.
  const recent = letter.trusted ? await recentOfSender(reader, inboxId, sender.address, since) : [];
  const match = findThread(
    { ...letter, to: letter.parties.to, cc: letter.parties.cc },
    {
      inboxAddress: email.address,
      key: plusKey(keys),
      deliveredTo: letter.deliveredTo,
      conversationOf: (id) => conversations.get(id) ?? null,
      recent,
      now: reader.now,
    },
  );
  return match?.conversationId ?? null;
}
