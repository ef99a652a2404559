import { createHash } from 'node:crypto';
import { defaultLocale, type Locale, maximumMessageLength, nearestLocale } from '@fairlead/contract';
import { sayRemoved } from '@fairlead/shield';
import { identifyLanguage } from '@fairlead/understanding';
import { type CustomerActor, system } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import {
  fetchSocialFiles,
  findSocialThread,
  hasSocialMessage,
  type InboundMessage,
  type InboundSink,
  type Inbox,
  insertSocialMessage,
  isPublicPlace,
  nameSender,
  placeInThread,
  readInbox,
  saveSocialThread,
} from '../channels/index.ts';
import { matchChannelAddress } from '../people/index.ts';
import { cleanText } from './append-messages.ts';
import { type AttachmentRow, insertAttachment } from './attachments/attachment-store.ts';
import { keepFiles } from './attachments/keep-files.ts';
import { beginThread } from './begin-thread.ts';
import { takeBinding } from './bindings/take-binding.ts';
import { topicOfText } from './classify/topic-of-text.ts';
import { destinationOf } from './conversation-rules.ts';
import { findConversation, lockCustomer } from './conversation-store.ts';
import { decideEdit } from './decide-edit.ts';
import { findMessage, findOfCustomer } from './message-store.ts';
import { hearProof } from './private-links/hear-proof.ts';
import { hideMessage } from './public/hide-message.ts';
import { holdsPersonalData } from './public/holds-personal-data.ts';
import { type EarlierMessage, keepNewFiles, quoteOf, readEarlier } from './read-earlier.ts';
import { sayOnce } from './say-once.ts';
import { keepOut } from './shield/keep-out.ts';
import { writeAsCustomer } from './write-as-customer.ts';

interface Taking {
  readonly inbox: Inbox;
  readonly inbound: InboundMessage;
  /** As they came; null for those that are not kept. */
  readonly came: ReadonlyArray<AttachmentRow | null>;
  /** Of these, those that the message did not have before its text was changed. */
  readonly files: ReadonlyArray<AttachmentRow | null>;
  /** Files that the platform does not give. */
  readonly missing: readonly string[];
}

interface Place {
  readonly conversationId: string;
  readonly messageId: string | null;
}

/**
 * Takes in what customers write on platforms: into the conversation that they have there, or as a new one. Their files are fetched first, outside
 * of any transaction; of one that is not to be had a line says so. The new text of a message is a message of its own, since threads only grow, and a
 * line says what it changes.
 */
export function socialSink(platform: Platform): InboundSink {
  const alone: InboundSink['alone'] = async ({ inbox, inbound, payloadId }) => {
    const known = await hasSocialMessage(platform.database.reader(), inbox.id, inbound.externalId);
    if (known) return async () => 'duplicate';
    const fetched = await fetchSocialFiles(platform, inbox, inbound);
    const came = await keepFiles(platform, `${payloadId} ${inbound.externalId}`, fetched.files);
    const earlier = await readEarlier(platform.database.reader(), platform.keys, inbox, inbound);
    const files = earlier ? await keepNewFiles(platform.files, came, earlier) : came;
    const named = await nameSender(platform, inbox, await placeInThread(platform, inbox, inbound));
    const { missing } = fetched;
    return (tx) => takeSocial(tx, platform, { inbox, inbound: named, came, files, missing });
  };
  return { alone };
}

async function takeSocial(tx: Tx, platform: Platform, taking: Taking): Promise<'accepted' | 'duplicate'> {
  const { inbox, inbound, missing } = taking;
  const { address } = inbound.sender;
  await lockCustomer(tx, placeToHold(taking));
  if (await hasSocialMessage(tx, inbox.id, inbound.externalId)) return 'duplicate';
  const earlier = await readEarlier(tx, platform.keys, inbox, inbound);
  if (earlier && (await saysNothingNew(tx, taking, earlier))) return 'accepted';
  if (await takeBinding(tx, platform, inbox, inbound)) return 'accepted';
  const isProof = await hearProof(tx, platform, inbox, inbound);
  const locale = localeOf(inbound);
  const { id } = await matchChannelAddress(tx, {
    inboxId: inbox.id,
    channel: inbox.channel,
    address,
    name: inbound.sender.name,
    locale,
  });
  const actor: CustomerActor = { type: 'customer', id, verified: false, inboxId: inbox.id };
  const known = await goOn(tx, platform, actor, taking);
  // Switched off, it takes no new conversation; nobody is told, since a bot that is off says nothing.
  if (!known && !inbox.enabled) return 'accepted';
  const place = known ?? (await begin(tx, platform, actor, taking));
  const { conversationId } = place;
  // No platform lets us answer for longer because a text was changed.
  if (!known || !earlier)
    await saveSocialThread(tx, { conversationId, inboxId: inbox.id, address, threadKey: inbound.threadKey });
  await noteTaken(tx, taking, place);
  const tooMuch = isPublicPlace(inbox.channel, address) && (await tellsTooMuch(tx, inbound.text, place));
  if (tooMuch || isProof)
    await platform.jobs.enqueue(tx, hideMessage, {
      inboxId: inbox.id,
      conversationId,
      externalId: inbound.changes ?? inbound.externalId,
      quietly: !tooMuch,
    });
  if (earlier)
    await sayOnce(tx, platform, system(inbox.channel), conversationId, {
      key: 'message_changed',
      params: { before: quoteOf(earlier) },
      once: `changed ${socialKey(taking)}`,
    });
  for (const [index, name] of missing.entries()) {
    await sayOnce(tx, platform, system(inbox.channel), conversationId, {
      key: 'file_not_fetched',
      params: { name: name.slice(0, 200) },
      once: `missing ${socialKey(taking)} ${index}`,
    });
  }
  return 'accepted';
}

/** Whether the new text of a message is none, which is noted. */
async function saysNothingNew(
  tx: Tx,
  taking: Taking,
  { conversationId, messageId, ...earlier }: EarlierMessage,
): Promise<boolean> {
  const { inbound, came, files } = taking;
  const step = decideEdit(earlier, {
    // As the door of the thread lets it in.
    text: keepOut(cleanText(socialText({ inbound, files: came }))).text,
    writtenAt: inbound.writtenAt,
    hasNewFiles: files.some((it) => it !== null),
  });
  if (step === 'changed') return false;
  await noteTaken(tx, taking, { conversationId, messageId: step === 'same' ? messageId : null });
  return true;
}

/** Notes that it was taken in. The first text of a message that comes after a newer one is known already: it would be taken for the newest. */
async function noteTaken(tx: Tx, { inbox, inbound }: Taking, place: Place): Promise<void> {
  const { externalId, changes, sender, writtenAt } = inbound;
  const noted = { ...place, inboxId: inbox.id, address: sender.address };
  await insertSocialMessage(
    tx,
    changes === undefined ? { ...noted, externalId } : { ...noted, externalId, changes, writtenAt },
  );
  if (changes !== undefined && !(await hasSocialMessage(tx, inbox.id, changes)))
    await insertSocialMessage(tx, { ...noted, externalId: changes });
}

/** Whether everybody can read there who somebody is, what is theirs, or a secret, which is kept nowhere here but still stands there. */
async function tellsTooMuch(tx: Tx, text: string, { conversationId, messageId }: Place): Promise<boolean> {
  if (holdsPersonalData(text)) return true;
  const kept = messageId === null ? undefined : await findMessage(tx, conversationId, messageId);
  return kept !== undefined && sayRemoved(kept.text, () => '') !== kept.text;
}

/** Into the conversation that they have; undefined where there is none, or it was closed too long ago to go on. */
async function goOn(
  tx: Tx,
  platform: Platform,
  actor: CustomerActor,
  taking: Taking,
): Promise<Place | undefined> {
  const { inbox, inbound } = taking;
  const known = await findSocialThread(tx, inbox.id, {
    address: inbound.sender.address,
    threadKey: inbound.threadKey,
  });
  const thread = known === undefined ? undefined : await findConversation(tx, known);
  if (!thread) return undefined;
  // Where it went on in a chat, that says for how long.
  const place = thread.inboxId === inbox.id ? inbox : await readInbox(tx, thread.inboxId);
  if (!place || destinationOf(thread, place.reopenHours, tx.now) === 'new') return undefined;
  const message = await writeAsCustomer(tx, platform, { ...actor, id: thread.customerId }, thread.id, {
    key: socialKey(taking),
    text: socialText(taking),
    attachmentIds: await bringFiles(tx, { ...actor, id: thread.customerId }, taking),
    publicOn: isPublicPlace(inbox.channel, inbound.sender.address) ? inbox.channel : null,
  });
  return { conversationId: thread.id, messageId: message.id };
}

async function begin(tx: Tx, platform: Platform, actor: CustomerActor, taking: Taking): Promise<Place> {
  const { inbox, inbound } = taking;
  const locale = localeOf(inbound);
  const { conversation } = await beginThread(tx, platform, actor, {
    inbox,
    key: socialKey(taking),
    text: socialText(taking),
    attachmentIds: await bringFiles(tx, actor, taking),
    topic: topicOfText(inbound.text, locale),
    locale,
    inPublic: isPublicPlace(inbox.channel, inbound.sender.address),
  });
  const message = await findOfCustomer(tx, actor.id, `thread:${socialKey(taking)}`);
  return { conversationId: conversation.id, messageId: message?.id ?? null };
}

async function bringFiles(tx: Tx, actor: CustomerActor, { files }: Taking): Promise<string[]> {
  const rows = files.filter((row) => row !== null);
  for (const row of rows) await insertAttachment(tx, actor, row);
  return rows.map(({ id }) => id);
}

/** What an address writes is taken in under this lock: one after the other, whatever node has it. */
export const placeToHold = ({ inbox, inbound }: Pick<Taking, 'inbox' | 'inbound'>): string =>
  `social ${inbox.id} ${inbound.sender.address}`;

/** Names the message within the inbox; made short, since platforms' own ids may be long. */
export const socialKey = ({ inbox, inbound }: Pick<Taking, 'inbox' | 'inbound'>): string =>
  `social ${createHash('sha256').update(`${inbox.id} ${inbound.externalId}`).digest('hex').slice(0, 40)}`;

/** What was written, as much as a message holds; never nothing, also where every file is missing. */
export function socialText({ inbound: { text }, files }: Pick<Taking, 'inbound' | 'files'>): string {
  const words = text.trim() || (files.some((it) => it !== null) ? '' : '…');
  return words.length <= maximumMessageLength
    ? words
    : `${words.slice(0, maximumMessageLength - 1).toWellFormed()}…`;
}

/** The locale nearest to what is written, and, where the words do not tell, to the language that the platform knows them by. */
function localeOf({ text, sender }: InboundMessage): Locale {
  const hinted = (sender.language && nearestLocale(sender.language)) || defaultLocale;
  return identifyLanguage(text, hinted).language;
}
