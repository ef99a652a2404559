import { type CustomerActor, system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  answerToInvitation,
  findLetterThread,
  hasLetter,
  type InboundSink,
  insertLetter,
  readInbox,
} from '../channels/index.ts';
import { codesToHide, matchAddress } from '../people/index.ts';
import { insertAttachment } from './attachments/attachment-store.ts';
import { keepFiles } from './attachments/keep-files.ts';
import { beginThread } from './begin-thread.ts';
import { topicOfText } from './classify/topic-of-text.ts';
import type { ConversationRecord } from './conversation.ts';
import { destinationOf } from './conversation-rules.ts';
import { findConversation, lockCustomer } from './conversation-store.ts';
import { hideCodes } from './hide-codes.ts';
import {
  isLetter,
  type LetterTaking,
  letterHash,
  letterKey,
  letterLocale,
  letterRecord,
  letterText,
  letterToHold,
  type Place,
} from './letter-taking.ts';
import { findOfCustomer } from './message-store.ts';
import { sayOnce } from './say-once.ts';
import { type LetterMessage, shieldLetter } from './shield/shield-letter.ts';
import { takeReport } from './take-report.ts';
import { writeAsCustomer } from './write-as-customer.ts';

/**
 * Takes letters in: into the thread that they answer, or as a new conversation; reports of mail servers settle the letter of ours that
 * they are about; what machines write is noted and never answered.
 */
export function letterSink(platform: Platform): InboundSink {
  const alone: InboundSink['alone'] = async ({ inbox, inbound, payloadId }) => {
    if (!isLetter(inbound)) throw new Error('a message of a channel that brings none');
    const { kind } = inbound.letter;
    const carries = kind === 'letter' || kind === 'list';
    const files = carries ? await keepFiles(platform, payloadId, inbound.letter.files) : [];
    return (tx) => takeLetter(tx, platform, { inbox, inbound, payloadId, files, removed: [] });
  };
  return { alone };
}

async function takeLetter(tx: Tx, platform: Platform, came: LetterTaking): Promise<'accepted' | 'duplicate'> {
  const { inbox } = came;
  await lockCustomer(tx, letterToHold(came));
  if (await hasLetter(tx, inbox.id, came.inbound.letter.headerId)) return 'duplicate';
  const threadId = await findLetterThread(tx, platform.keys, inbox.id, came.inbound);
  const thread = threadId === null ? undefined : await findConversation(tx, threadId);
  const known = await withoutCodes(tx, platform, came.inbound, thread?.customerId ?? null);
  const { inbound, removed } = shieldLetter(known, thread?.locale ?? letterLocale(known));
  const { letter } = inbound;
  const taking = { ...came, inbound, removed };
  if (letter.kind === 'bounce' || letter.kind === 'complaint') {
    await takeReport(tx, platform, inbox.id, letter);
    await insertLetter(tx, letterRecord(tx.now, taking, null));
    return 'accepted';
  }
  if (letter.kind === 'automatic') {
    if (thread) {
      const answer = answerToInvitation(letter.invitation);
      const subject = (answer && letter.invitation?.summary) ?? letter.subject;
      const line = {
        key: answer ? (`invitation_${answer}` as const) : ('letter_automatic' as const),
        params: { from: inbound.sender.address, subject: subject.slice(0, 200) },
        once: `automatic ${letterHash(letter.headerId)}`,
      };
      await sayOnce(tx, platform, system('email'), thread.id, line);
    }
    await insertLetter(
      tx,
      letterRecord(tx.now, taking, thread ? { conversationId: thread.id, messageId: null } : null),
    );
    return 'accepted';
  }
  const place =
    (thread && (await writeInto(tx, platform, thread, taking))) ?? (await begin(tx, platform, taking));
  await insertLetter(tx, letterRecord(tx.now, taking, place));
  return 'accepted';
}

/** The letter without the customer's anti-phishing code, which comes back with what mail programs quote of ours. */
async function withoutCodes(
  tx: Tx,
  { keys }: Platform,
  inbound: LetterMessage,
  customerId: string | null,
): Promise<LetterMessage> {
  const { sender, letter } = inbound;
  const addresses = [sender.address, ...letter.returned.flatMap(({ recipient }) => recipient ?? [])];
  const codes = await codesToHide(tx, keys, customerId, addresses);
  if (codes.length === 0) return inbound;
  const hide = (text: string) => hideCodes(text, codes);
  const { text, history, signature } = letter.body;
  return {
    ...inbound,
    text: hide(inbound.text),
    letter: {
      ...letter,
      subject: hide(letter.subject),
      html: letter.html === null ? null : hide(letter.html),
      body: { text: hide(text), history: hide(history), signature: hide(signature) },
    },
  };
}

/** Undefined for a conversation that was closed too long ago to go on. */
async function writeInto(
  tx: Tx,
  platform: Platform,
  thread: ConversationRecord,
  taking: LetterTaking,
): Promise<Place | undefined> {
  const reopenHours = (await readInbox(tx, thread.inboxId))?.reopenHours ?? 0;
  if (destinationOf(thread, reopenHours, tx.now) === 'new') return undefined;
  const { customerId: id, inboxId } = thread;
  const actor: CustomerActor = { type: 'customer', id, verified: false, inboxId };
  const message = await writeAsCustomer(tx, platform, actor, thread.id, {
    key: letterKey(taking.inbound),
    text: letterText(taking.inbound),
    removed: taking.removed,
    attachmentIds: await bringFiles(tx, actor, taking),
  });
  return { conversationId: thread.id, messageId: message.id };
}

async function begin(tx: Tx, platform: Platform, taking: LetterTaking): Promise<Place> {
  const { inbox, inbound } = taking;
  const { sender, letter } = inbound;
  const locale = letterLocale(inbound);
  await lockCustomer(tx, sender.address);
  const { id } = await matchAddress(tx, {
    inboxId: inbox.id,
    email: sender.address,
    name: sender.name,
    proven: letter.trusted,
    locale,
  });
  const actor: CustomerActor = { type: 'customer', id, verified: false, inboxId: inbox.id };
  const { conversation } = await beginThread(tx, platform, actor, {
    inbox,
    key: letterKey(inbound),
    text: letterText(inbound),
    removed: taking.removed,
    attachmentIds: await bringFiles(tx, actor, taking),
    topic: topicOfText(`${letter.subject}\n${inbound.text}`, locale),
    locale,
  });
  const message = await findOfCustomer(tx, id, `thread:${letterKey(inbound)}`);
  return { conversationId: conversation.id, messageId: message?.id ?? null };
}

async function bringFiles(tx: Tx, actor: CustomerActor, { files }: LetterTaking): Promise<string[]> {
  const rows = files.filter((row) => row !== null);
  for (const row of rows) await insertAttachment(tx, actor, row);
  return rows.map(({ id }) => id);
}
