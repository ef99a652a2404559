import { createTurns } from '../../platform/create-turns.ts';
import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { delayed } from '../../platform/events/relay.ts';
import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { shareCommits } from '../../platform/share-commits.ts';
import { adapterOf } from './adapter-of.ts';
import type { Inbox } from './inbox.ts';
import { readInbox } from './inbox-store.ts';
import { takeGivenUp } from './jobs.ts';
import {
  claimPayloads,
  findGivenUp,
  insertPayload,
  insertPayloads,
  markFailure,
  markIngested,
  type Payload,
} from './payload-store.ts';
import type { ChannelAdapter, InboundMessage, ProofMaterial, RawRequest } from './port.ts';
import { openPayload, sealPayload } from './seal-payload.ts';
import { noteConsents } from './social/consent-store.ts';

/** A message that came in. `payloadId` names where it lies as it came. */
export interface Arrived {
  readonly inbox: Inbox;
  readonly inbound: InboundMessage;
  readonly payloadId: string;
}

export type Taken = 'accepted' | 'duplicate';

/** Takes messages in. Must answer `duplicate` for one that was taken in before. */
export interface InboundSink {
  /**
   * Takes one in. First what needs no transaction (files are kept), which may be done again; it answers what is to be done in one.
   */
  alone(this: void, arrived: Arrived): Promise<(tx: Tx) => Promise<Taken>>;
  /**
   * Takes in, with few statements and one commit, messages of different senders that need nothing but the database. Undefined for each that is
   * to be taken alone, and all of them are when it throws: nothing was written of them then.
   */
  together?(this: void, arrived: readonly Arrived[]): Promise<ReadonlyArray<Taken | undefined>>;
}

export type IngestOutcome =
  | { readonly state: 'ingested'; readonly accepted: number; readonly duplicates: number }
  | { readonly state: 'retry' | 'failed'; readonly error: string };

type Ground = Pick<Platform, 'database' | 'jobs' | 'keys' | 'log'>;

/** The way in for what channels bring. */
export interface Ingest {
  /**
   * Takes a request of a channel in. Settles once it is proven and stored, encrypted: then the sender gets its answer, and must not before. What
   * it holds is understood after that (`done`, which never rejects); if this node dies meanwhile, or a message is not taken in, the
   * sweep takes it up again. Throws what `verify` throws, and nothing is stored then. Requests that come at once share commits.
   */
  receive(
    this: void,
    adapter: ChannelAdapter,
    inbox: Inbox,
    request: RawRequest,
    proof?: Omit<ProofMaterial, 'inboxId'>,
    /** Written with the request: that it need not be asked for again. */
    along?: (tx: Tx) => Promise<void>,
  ): Promise<{ payloadId: string; done: Promise<IngestOutcome> }>;
  /** Takes up what is due: left by a node that died, or to be tried again. Answers how many requests that were. */
  sweep(this: void): Promise<number>;
  /** Takes in what was given up. Throws why that cannot be done; it stays as it is then. */
  takeOnceMore(this: void, payloadId: string): Promise<void>;
}

/** Whoever takes a request up has this long before others may. */
const lease = 60_000;
const batch = 50;
/** Bytes of a body up to which it shares a statement with others. */
const small = 64 * 1024;

export function createIngest(platform: Ground, sink: InboundSink): Ingest {
  const { database, keys, log } = platform;
  const take = createTaking(platform, sink);
  const leaseFrom = (tx: Tx) => new Date(tx.now.getTime() + lease);
  // Those of one inbox in the order in which they came.
  const keep = shareCommits<Payload, void>(
    async (payloads, settle) => {
      await database.writeOnce((tx) => insertPayloads(tx, payloads, leaseFrom(tx)));
      for (const index of payloads.keys()) settle(index, undefined);
    },
    ({ inboxId }) => inboxId,
  );
  // One after the other: nobody waits for it, and the longer it takes the more it takes along.
  const mark = shareCommits<string, void>(
    async (ids, settle) => {
      await database.writeOnce((tx) => markIngested(tx, ids));
      for (const index of ids.keys()) settle(index, undefined);
    },
    () => 'all',
  );

  async function finish(adapter: ChannelAdapter, payload: Payload, inbox?: Inbox): Promise<IngestOutcome> {
    const outcome = await understand(platform, adapter, payload, take, inbox);
    const { accepted, duplicates, errors } = outcome;
    try {
      if (errors.length > 0) return await recordFailure(platform, payload, outcome);
      await mark(payload.id);
      return { state: 'ingested', accepted, duplicates };
    } catch (error) {
      // The lease runs out, and the sweep takes it up again.
      log.error({ err: error, payload: payload.id }, 'outcome of a payload not recorded');
      return { state: 'retry', error: String(error) };
    }
  }

  return {
    async receive(adapter, inbox, request, proof = { secrets: [] }, along) {
      const material = { ...proof, inboxId: inbox.id };
      adapter.verify(request, material);
      const meant = adapter.decrypt?.(request, material) ?? request;
      const headers = Object.fromEntries(
        Object.entries(meant.headers).filter(([name]) => adapter.headers.includes(name.toLowerCase())),
      );
      const payload = {
        id: newId(),
        inboxId: inbox.id,
        channel: adapter.channel,
        attempts: 0,
        request: { ...meant, headers },
        key: null,
      };
      const sealed = sealPayload(keys, payload);
      const keepAlone = (tx: Tx) => insertPayload(tx, sealed, leaseFrom(tx));
      if (along)
        await database.write(async (tx) => {
          await along(tx);
          await keepAlone(tx);
        });
      else if (meant.body.length <= small) await keep(sealed);
      else await database.writeOnce(keepAlone);
      return { payloadId: payload.id, done: finish(adapter, payload, inbox) };
    },
    async sweep() {
      const payloads = await database.write((tx) => claimPayloads(tx, leaseFrom(tx), batch));
      for (const group of groupsOf(payloads))
        await Promise.all(group.map((payload) => finish(adapterOf(payload.channel), payload)));
      return payloads.length;
    },
    async takeOnceMore(payloadId) {
      const payload = await findGivenUp(database.reader(), payloadId);
      if (!payload) return;
      const { errors } = await understand(platform, adapterOf(payload.channel), payload, take);
      if (errors.length > 0) throw new Error(errors.join('; '));
      await mark(payload.id);
    },
  };
}

/** Those that are understood at once: small ones together, each large one by itself, since what it becomes takes several times its size. In their order. */
function groupsOf(payloads: readonly Payload[]): Payload[][] {
  const groups: Payload[][] = [];
  let last: Payload[] | undefined;
  for (const payload of payloads) {
    const isSmall = payload.request.body.length <= small;
    if (isSmall && last) last.push(payload);
    else {
      groups.push([payload]);
      last = isSmall ? groups.at(-1) : undefined;
    }
  }
  return groups;
}

/** Settles once a message is taken in, and is committed. */
type Take = (arrived: Arrived) => Promise<Taken>;

/** What one sender writes is taken in in its order; what others write meanwhile shares its commit, where it needs nothing from outside. */
function createTaking({ database, log }: Ground, { alone, together }: InboundSink): Take {
  const inTurn = createTurns();
  const shared = shareCommits<Arrived, Taken | undefined>(async (arrived, settle) => {
    const taken = await together?.(arrived).catch((error: unknown) => {
      log.warn({ err: error, messages: arrived.length }, 'messages are taken in one by one');
      return undefined;
    });
    for (const index of arrived.keys()) settle(index, taken?.[index]);
  });
  return (arrived) =>
    inTurn(
      `${arrived.inbox.id} ${arrived.inbound.sender.address}`,
      async () => (together && (await shared(arrived))) ?? (await database.write(await alone(arrived))),
    );
}

interface Understood {
  accepted: number;
  duplicates: number;
  errors: string[];
  /** It cannot be understood, however often it is tried. */
  hopeless: boolean;
}

/** A message that is not taken in does not hold up the others; they are duplicates when it is tried again. */
async function understand(
  { database, keys }: Ground,
  adapter: ChannelAdapter,
  payload: Payload,
  take: Take,
  known?: Inbox,
): Promise<Understood> {
  const result: Understood = { accepted: 0, duplicates: 0, errors: [], hopeless: false };
  try {
    const inbox = known ?? (await readInbox(database.reader(), payload.inboxId));
    if (!inbox) throw new Error('the inbox is gone');
    const opened = openPayload(keys, payload);
    const messages = inOrder(decode(adapter, opened));
    const consents = understood(() => adapter.consents?.(opened.request) ?? []);
    if (consents.length > 0) await database.write((tx) => noteConsents(tx, inbox.id, consents));
    const taken = await Promise.allSettled(
      messages.map((inbound) => take({ inbox, inbound, payloadId: payload.id })),
    );
    for (const it of taken) {
      if (it.status === 'rejected') result.errors.push(describe(it.reason));
      else if (it.value === 'accepted') result.accepted++;
      else result.duplicates++;
    }
  } catch (error) {
    result.errors.push(describe(error));
    result.hopeless = error instanceof Undecodable;
  }
  return result;
}

class Undecodable extends Error {}

const decode = (adapter: ChannelAdapter, { request }: Payload): InboundMessage[] =>
  understood(() => adapter.decode(request));

function understood<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Undecodable(describe(error));
  }
}

/** As written, where the platform says when; the others keep their places. */
function inOrder(messages: readonly InboundMessage[]): readonly InboundMessage[] {
  if (messages.some((message) => message.writtenAt === null)) return messages;
  return messages.toSorted((a, b) => Number(a.writtenAt) - Number(b.writtenAt));
}

async function recordFailure(
  { database, jobs, log }: Ground,
  payload: Payload,
  { errors, hopeless }: Understood,
): Promise<IngestOutcome> {
  return database.write(async (tx) => {
    const error = errors.join('; ');
    const nextAttemptAt = hopeless ? null : delayed(tx.now, payload.attempts + 1);
    await markFailure(tx, payload, error, nextAttemptAt);
    if (!nextAttemptAt) await jobs.enqueue(tx, takeGivenUp, { payloadId: payload.id });
    log.warn(
      { payload: payload.id, inbox: payload.inboxId, error, given_up: !nextAttemptAt },
      'payload not taken in',
    );
    return { state: nextAttemptAt ? 'retry' : 'failed', error };
  });
}

function describe(error: unknown): string {
  if (error instanceof Failure) return `${error.code} ${JSON.stringify(error.params)}`;
  return error instanceof Error ? error.message : String(error);
}
