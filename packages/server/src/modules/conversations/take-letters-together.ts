import type { CustomerActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Arrived, beginsAnew, haveLetters, insertLetters, type Taken } from '../channels/index.ts';
import { addressesWithCodes, listMergedAway, matchAddresses, readCustomers } from '../people/index.ts';
import { cleanText } from './append-messages.ts';
import { topicOfText } from './classify/topic-of-text.ts';
import { lockCustomersInOrder } from './conversation-store.ts';
import {
  isLetter,
  type LetterTaking,
  letterKey,
  letterLocale,
  letterRecord,
  letterText,
  letterToHold,
} from './letter-taking.ts';
import { shieldLetter } from './shield/shield-letter.ts';
import { startConversations } from './start-conversation.ts';

/** A letter with what came with it, by which the caller knows it. */
interface Plain {
  readonly arrived: Arrived;
  readonly taking: LetterTaking;
}

/**
 * Takes in together letters with which people begin a conversation, without files. Undefined for every other, which is to go by `takeLetter`: one
 * that may answer something, what machines write, and where an anti-phishing code may have to be hidden.
 */
export async function takeLettersTogether(
  platform: Platform,
  arrived: readonly Arrived[],
): Promise<Array<Taken | undefined>> {
  const plain = arrived.flatMap(plainOf);
  if (plain.length === 0) return arrived.map(() => undefined);
  const taken = await platform.database.write((tx) => takePlain(tx, platform, onceEach(plain)));
  return arrived.map((it) => taken.get(it));
}

function plainOf(arrived: Arrived): Plain[] {
  const { inbox, inbound, payloadId } = arrived;
  if (!isLetter(inbound)) return [];
  const { letter } = inbound;
  const byPeople = letter.kind === 'letter' || letter.kind === 'list';
  if (!byPeople || letter.files.length > 0 || !beginsAnew(letter)) return [];
  // Refused where it is taken alone.
  if (cleanText(letterText(inbound)) === '') return [];
  return [{ arrived, taking: { inbox, inbound, payloadId, files: [], removed: [] } }];
}

/** Of what came twice the first; the other is found to be known afterwards. */
function onceEach(plain: readonly Plain[]): Plain[] {
  const first = new Map<string, Plain>();
  for (const it of plain) {
    const key = letterToHold(it.taking);
    if (!first.has(key)) first.set(key, it);
  }
  return [...first.values()];
}

async function takePlain(
  tx: Tx,
  platform: Platform,
  plain: readonly Plain[],
): Promise<ReadonlyMap<Arrived, Taken>> {
  const taken = new Map<Arrived, Taken>();
  await lockCustomersInOrder(
    tx,
    plain.map((it) => letterToHold(it.taking)),
    plain.map((it) => it.taking.inbound.sender.address),
  );
  const known = await haveLetters(
    tx,
    plain.map(({ taking: { inbox, inbound } }) => ({
      inboxId: inbox.id,
      headerId: inbound.letter.headerId,
    })),
  );
  const coded = await addressesWithCodes(
    tx,
    plain.map((it) => it.taking.inbound.sender.address),
  );
  const fresh: Plain[] = [];
  for (const [index, it] of plain.entries()) {
    if (known[index]) taken.set(it.arrived, 'duplicate');
    else if (!coded.has(it.taking.inbound.sender.address.toLowerCase())) fresh.push(shielded(it));
  }
  if (fresh.length === 0) return taken;
  await begin(
    tx,
    platform,
    fresh.map((it) => it.taking),
  );
  for (const { arrived } of fresh) taken.set(arrived, 'accepted');
  return taken;
}

function shielded({ arrived, taking }: Plain): Plain {
  const { inbound, removed } = shieldLetter(taking.inbound, letterLocale(taking.inbound));
  return { arrived, taking: { ...taking, inbound, removed } };
}

async function begin(tx: Tx, platform: Platform, letters: readonly LetterTaking[]): Promise<void> {
  const locales = letters.map(({ inbound }) => letterLocale(inbound));
  const senders = await matchAddresses(
    tx,
    letters.map(({ inbox, inbound: { sender, letter } }, index) => ({
      inboxId: inbox.id,
      email: sender.address,
      name: sender.name,
      proven: letter.trusted,
      locale: locales[index] ?? 'en',
    })),
  );
  const before = senders.filter((it) => !it.fresh).map(({ id }) => id);
  if (before.length > 0) {
    await lockCustomersInOrder(tx, before);
    if ((await listMergedAway(tx, before)).length > 0) throw new Error('a sender is somebody else by now');
  }
  const customers = await readCustomers(tx, [...new Set(senders.map(({ id }) => id))]);
  const begun = await startConversations(
    tx,
    platform,
    letters.map(({ inbox, inbound, removed }, index) => {
      const id = senders[index]?.id ?? '';
      const locale = locales[index] ?? 'en';
      const actor: CustomerActor = { type: 'customer', id, verified: false, inboxId: inbox.id };
      const text = cleanText(letterText(inbound));
      const start = {
        inbox,
        customerName: customers.get(id)?.name ?? null,
        clientKey: `thread:${letterKey(inbound)}`,
        text,
        attachmentIds: [],
        // As its ticket is sorted, so that it is understood once.
        topic: topicOfText(`${inbound.letter.subject}\n${text}`.trim(), locale),
        locale,
        previous: null,
        removed,
      };
      return { actor, start };
    }),
    { customers },
  );
  await insertLetters(
    tx,
    letters.flatMap((taking, index) => {
      const { record, records = [] } = begun[index] ?? {};
      if (!record) return [];
      const message = records.find((it) => it.kind === 'text');
      return [letterRecord(tx.now, taking, { conversationId: record.id, messageId: message?.id ?? null })];
    }),
  );
}
