import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import {
  answerToInvitation,
  findLetters,
  type InboundMessage,
  readEmailInbox,
} from '../../channels/index.ts';
import type { SideRecord } from './side.ts';
import { sideOfAddress } from './side-address.ts';
import { sideMessagesByHeader } from './side-message-store.ts';
import { findSide, latestSideWith } from './side-store.ts';

/** Milliseconds within which an answer to an invitation is one to what was written of late. */
const recent = 14 * 24 * 3_600_000;

/**
 * The side conversation into which a letter was written: by its signed address, or by the letter that it answers, the latest first, unless
 * that is one of a customer's thread. What answers an invitation, which seldom refers to a letter, belongs where its proven sender was last written with. Undefined for
 * every other letter.
 */
export async function findSideOf(
  reader: Reader,
  keys: Keys,
  inboxId: string,
  { letter, sender }: Pick<InboundMessage, 'letter' | 'sender'>,
): Promise<SideRecord | undefined> {
  const email = letter && (await readEmailInbox(reader, keys, inboxId));
  if (!email) return undefined;
  const { to, cc } = letter.parties;
  for (const address of [...letter.deliveredTo, ...[...to, ...cc].map((it) => it.address)]) {
    const id = sideOfAddress(keys, email.address, address);
    const side = id === null ? undefined : await findSide(reader, id);
    if (side?.inboxId === inboxId) return side;
  }
  const ids = [...new Set([...letter.inReplyTo, ...letter.references.toReversed()])];
  const ours = new Map((await sideMessagesByHeader(reader, inboxId, ids)).map((it) => [it.headerId, it]));
  if (ours.size === 0) {
    if (!letter.trusted || ids.length > 0 || answerToInvitation(letter.invitation) === null) return undefined;
    return latestSideWith(reader, inboxId, sender.address, new Date(reader.now.getTime() - recent));
  }
  const others = (await findLetters(reader, ids)).filter((it) => it.inboxId === inboxId);
  const threads = new Set(others.flatMap((it) => (it.conversationId === null ? [] : it.headerId)));
  const answered = ids.find((id) => ours.has(id) || threads.has(id));
  const message = answered === undefined ? undefined : ours.get(answered);
  return message && findSide(reader, message.sideId);
}
