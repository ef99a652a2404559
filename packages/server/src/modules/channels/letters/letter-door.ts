import { Resolver } from 'node:dns/promises';
import type { DNSResolver } from 'mailauth';
import type { Tx } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { shareCommits } from '../../../platform/share-commits.ts';
import { adapterOf } from '../adapter-of.ts';
import { letterId } from '../adapters/email/letter-id.ts';
import { type Arrival, proveSender } from '../adapters/email/prove-sender.ts';
import { serverProof } from '../adapters/email/server-proof.ts';
import { signLetter } from '../adapters/email/sign-letter.ts';
import type { Inbox } from '../inbox.ts';
import { readInbox } from '../inbox-store.ts';
import type { Ingest, IngestOutcome } from '../ingest.ts';
import { haveLetters } from './letter-store.ts';
import { rememberedDns } from './remembered-dns.ts';

/** A letter as it came through a door. */
interface ArrivedLetter {
  readonly inboxId: string;
  readonly raw: Uint8Array;
  /** Addresses that it was delivered to, by the envelope; none where that is not known. */
  readonly deliveredTo: readonly string[];
  /** The connection over which it came; null where another server took it in, as with IMAP. */
  readonly arrival: Arrival | null;
  /** The name under which that server says what it proved, if it is to be believed. */
  readonly authserv?: string | null;
}

/** Where letters come in, whatever way they came. */
export interface LetterDoor {
  /**
   * Settles once the letter is stored as it came, and with `along` in one transaction; nobody may let go of it before. `known`: it was
   * taken in before, and only `along` was done. What it says is understood after that (`done`).
   */
  receive(
    letter: ArrivedLetter,
    along?: (tx: Tx) => Promise<void>,
  ): Promise<{ state: 'stored' | 'known'; done: Promise<IngestOutcome | undefined> }>;
}

/** What signs letters at our doors: known to this installation alone. */
const doorSecret = ({ keys }: Pick<Platform, 'keys'>): string => keys.derive('letter-door').toString('hex');

/** Proofs are asked of DNS for so long at most; a letter waits for nobody's name server. */
const proofLimit = 8_000;

export function createLetterDoor(
  platform: Platform,
  ingest: Ingest,
  askedBy: DNSResolver = askDns,
): LetterDoor {
  const { database, clock } = platform;
  const resolver = rememberedDns(askedBy, () => clock.now().getTime());
  const secret = doorSecret(platform);
  // Letters that come while others are looked up are looked up together, after they came.
  const lookUp = shareCommits<{ inboxId: string; headerId: string }, { inbox: Inbox; known: boolean }>(
    async (wanted, settle) => {
      const reader = database.reader();
      const known = await haveLetters(reader, wanted);
      const inboxes = new Map<string, Inbox | undefined>();
      for (const [index, { inboxId }] of wanted.entries()) {
        if (!inboxes.has(inboxId)) inboxes.set(inboxId, await readInbox(reader, inboxId));
        const inbox = inboxes.get(inboxId);
        settle(index, inbox ? { inbox, known: known[index] ?? false } : new Error('the inbox is gone'));
      }
    },
    () => 'all',
  );
  return {
    async receive({ inboxId, raw, deliveredTo, arrival, authserv }, along) {
      const { inbox, known } = await lookUp({ inboxId, headerId: letterId(raw) });
      if (known) {
        if (along) await database.write(along);
        return { state: 'known', done: Promise.resolve(undefined) };
      }
      const proof =
        (authserv ? serverProof(raw, authserv) : null) ??
        (await withinLimit(proveSender(raw, arrival, resolver)));
      const headers = {
        ...(proof && { 'fairlead-proof': JSON.stringify(proof) }),
        ...(deliveredTo.length > 0 && { 'fairlead-delivered-to': deliveredTo.join(' ') }),
        ...(arrival?.envelopeSender && { 'fairlead-envelope-from': arrival.envelopeSender }),
      };
      const request = { headers, query: {}, body: raw, session: null, receivedAt: clock.now() };
      const signed = {
        ...request,
        headers: { ...headers, 'fairlead-signature': signLetter(request, secret) },
      };
      const proofs = { secrets: [secret] };
      const { done } = await ingest.receive(adapterOf('email'), inbox, signed, proofs, along);
      return { state: 'stored', done };
    },
  };
}

/** What the work answers, or null once name servers have taken too long. */
export async function withinLimit<T>(work: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), proofLimit);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

const dns = new Resolver({ timeout: 3000, tries: 2 });
/** The world's name servers. */
export const askDns: DNSResolver = (name, type) => dns.resolve(name, type) as ReturnType<DNSResolver>;
