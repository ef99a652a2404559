import type { ImapFlowOptions } from 'imapflow';
import type { Platform } from '../../../platform/platform.ts';
import { letterId } from '../adapters/email/letter-id.ts';
import type { LetterDoor } from './letter-door.ts';
import { findLetters } from './letter-store.ts';
import { readPlace, savePlace } from './mailbox-store.ts';

/** Servers end an IDLE after half an hour (RFC 2177); some networks forget a quiet connection far sooner. */
const idleLimit = 4 * 60_000;
/** Of a letter. Providers take 25 to 50 MB; the rest of a longer one is not read. */
const maximumBytes = 60 * 1024 * 1024;

interface Mailbox {
  readonly inboxId: string;
  readonly name: string;
  readonly options: ImapFlowOptions;
  /** The name under which its server says what it proved of senders, if it is to be believed. */
  readonly authserv: string | null;
  /** When its server last answered, as far as is known. */
  readonly lastContactAt: Date | null;
}

/** How far before the last contact letters are looked for when UIDs start over; to be known costs a letter its headers only. */
const daysBefore = 7;
/** Letters whose headers are asked for at once. */
const batch = 200;

/**
 * Reads a mailbox until the signal: what is new, then what arrives (IDLE). Nothing is marked, moved or deleted on the server, and the
 * place moves on in the transaction that stores a letter: whatever dies in between is fetched again. The first time it takes what nobody
 * has read. Under a new UIDVALIDITY it takes that, and all of late, whoever has read it; what is known is told by its Message-ID. Throws
 * what the server says; `onContact` hears each time that all is well.
 */
export async function fetchMailbox(
  { database }: Pick<Platform, 'database'>,
  door: LetterDoor,
  { inboxId, name, options, authserv, lastContactAt }: Mailbox,
  onContact: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  // Nobody may ever connect a mailbox: a start does not read it.
  const { ImapFlow } = await import('imapflow');
  // Of a signal that was given while the sign-in was made ready nothing is heard any more.
  if (signal.aborted) return;
  const client = new ImapFlow(options);
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => {});
  client.on('error', (error) => failed.reject(error));
  client.on('close', () => failed.reject(new Error('the connection was closed')));
  const stop = () => client.close();
  // Heard from the start: what arrives while letters are read must not wait for the next look.
  let news = Promise.withResolvers<void>();
  client.on('exists', () => news.resolve());
  signal.addEventListener('abort', stop, { once: true });
  try {
    await client.connect();
    const opened = await client.mailboxOpen(name, { readOnly: true });
    const uidValidity = Number(opened.uidValidity);
    const before = await readPlace(database.reader(), inboxId, name);
    let place = before?.uidValidity === uidValidity ? before : undefined;
    place ??= await begin(opened.uidNext - 1, uidValidity, before !== undefined);
    while (!signal.aborted) {
      news = Promise.withResolvers();
      place = await readOn(place.lastUid);
      await onContact();
      const idling = client.idle();
      idling.catch(() => {});
      await Promise.race([news.promise, idling, failed.promise, after(idleLimit, news.promise)]);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    client.close();
  }

  /** What is there and new to us, and from there on. `again`: the mailbox was read before, when its UIDs were others. */
  async function begin(last: number, uidValidity: number, again: boolean) {
    const late = lastContactAt
      ? { since: new Date(lastContactAt.getTime() - daysBefore * 24 * 3_600_000) }
      : { all: true };
    const wanted = again ? { or: [{ seen: false }, late] } : { seen: false };
    const found = (await client.search(wanted, { uid: true })) || [];
    const uids = found.sort((a, b) => a - b).filter((uid) => uid <= last);
    for (let start = 0; start < uids.length; start += batch)
      for (const uid of await unknown(uids.slice(start, start + batch)))
        await take(uid, { uidValidity, lastUid: 0 });
    const place = { uidValidity, lastUid: last };
    await database.write((tx) => savePlace(tx, inboxId, name, place));
    return place;
  }

  /** Those of the letters that the inbox has not taken in. */
  async function unknown(uids: readonly number[]): Promise<number[]> {
    const heads = await client.fetchAll(uids.join(), { headers: ['message-id'] }, { uid: true });
    const ids = new Map(heads.map(({ uid, headers }) => [uid, letterId(headers ?? Buffer.alloc(0))]));
    const known = await findLetters(database.reader(), [...ids.values()]);
    const own = new Set(
      known.filter((it) => it.inboxId === inboxId && it.direction === 'in').map((it) => it.headerId),
    );
    return uids.filter((uid) => !own.has(ids.get(uid) ?? ''));
  }

  async function readOn(from: number) {
    const { uidValidity } = client.mailbox || {};
    let place = { uidValidity: Number(uidValidity), lastUid: from };
    const found = (await client.search({ uid: `${from + 1}:*` }, { uid: true })) || [];
    // `n:*` names the last letter even if its UID is below n.
    for (const uid of found.sort((a, b) => a - b).filter((it) => it > from)) {
      place = { ...place, lastUid: uid };
      await take(uid, place);
    }
    return place;
  }

  async function take(uid: number, place: { uidValidity: number; lastUid: number }) {
    const letter = await client.fetchOne(uid, { source: { maxLength: maximumBytes } }, { uid: true });
    const along =
      place.lastUid === uid
        ? (tx: Parameters<typeof savePlace>[0]) => savePlace(tx, inboxId, name, place)
        : undefined;
    // Expunged meanwhile.
    if (!letter || !letter.source) {
      if (along) await database.write(along);
      return;
    }
    const { done } = await door.receive(
      { inboxId, raw: letter.source, deliveredTo: [], arrival: null, authserv },
      along,
    );
    // One after the other: a mailbox with thousands must not be in memory at once.
    await done;
  }
}

/** Settles after a time, unless something else does first. */
async function after(milliseconds: number, earlier: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => late.resolve(), milliseconds);
  await Promise.race([late.promise, earlier]).finally(() => clearTimeout(timer));
}
