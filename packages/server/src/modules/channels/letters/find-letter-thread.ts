import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { normaliseSubject } from '../adapters/email/normalise-subject.ts';
import { findThread, saysToAnswer } from '../adapters/email/thread-keys.ts';
import type { InboundMessage } from '../port.ts';
import { answerToInvitation } from './answer-to-invitation.ts';
import { readEmailInbox } from './email-inbox-store.ts';
import { findLetters, recentOfSender } from './letter-store.ts';
import type { InboundLetter } from './letter-types.ts';

const recentDays = 14;

/** The key that signs addresses which answers go to. */
export const plusKey = (keys: Keys): Buffer => keys.derive('plus-address');

/**
 * Whether a letter answers nothing for certain, by what it says alone: it refers to none, its subject is no answer's, and it went to no address
 * that could be one of ours that are signed. Pure.
 */
export function beginsAnew({ subject, inReplyTo, references, deliveredTo, parties }: InboundLetter): boolean {
  if (inReplyTo.length > 0 || references.length > 0 || saysToAnswer(subject)) return false;
  const named = [...parties.to, ...parties.cc].map(({ address }) => address);
  return [...deliveredTo, ...named].every((address) => !address.includes('+'));
}

/**
 * The conversation that a letter answers: by our signed address, by a letter of the same inbox that it refers to, or, where the sender is
 * proven, by the subject of one of their recent letters. What answers an invitation, which seldom refers to a letter, belongs where a proven sender wrote of that, or
 * else last. Null: it begins a new one.
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
  if (match || answerToInvitation(letter.invitation) === null) return match?.conversationId ?? null;
  const about = normaliseSubject(letter.invitation?.summary ?? '');
  const where = recent.find((it) => normaliseSubject(it.subject) === about) ?? recent[0];
  return where?.conversationId ?? null;
}
