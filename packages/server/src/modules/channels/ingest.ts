import { newId } from '../../platform/crypto/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { delayed } from '../../platform/events/relay.ts';
import { Failure } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { adapterOf } from './adapter-of.ts';
import type { Inbox } from './inbox.ts';
import { readInbox } from './inbox-store.ts';
import { takeGivenUp } from './jobs.ts';
import {
  claimPayloads,
  findGivenUp,
  insertPayload,
  markFailure,
  markIngested,
  type Payload,
} from './payload-store.ts';
import type { ChannelAdapter, InboundMessage, ProofMaterial, RawRequest } from './port.ts';
import { openPayload, sealPayload } from './seal-payload.ts';

/**
 * Takes one message in. First what needs no transaction (files are kept), which may be done again; it answers what is to be done in
 * one. That must answer `duplicate` for a message that was taken in before. `payloadId` names where it lies as it came.
 */
export type InboundSink = (
  inbox: Inbox,
  inbound: InboundMessage,
  payloadId: string,
) => Promise<(tx: Tx) => Promise<'accepted' | 'duplicate'>>;

export type IngestOutcome =
  | { readonly state: 'ingested'; readonly accepted: number; readonly duplicates: number }
  | { readonly state: 'retry' | 'failed'; readonly error: string };

type Ground = Pick<Platform, 'database' | 'jobs' | 'keys' | 'log'>;

/** Whoever takes a request up has this long before others may. */
const lease = 60_000;
const batch = 50;

/**
 * Takes a request of a channel in. Settles once it is proven and stored, encrypted: then the sender gets its answer, and must not before. What
 * it holds is understood after that (`done`, which never rejects); if this node dies meanwhile, or a message is not taken in, the
 * sweep takes it up again. Throws what `verify` throws, and nothing is stored then.
 */
export async function ingest(
  platform: Ground,
  adapter: ChannelAdapter,
  inbox: Inbox,
  request: RawRequest,
  sink: InboundSink,
  proof: Omit<ProofMaterial, 'inboxId'> = { secrets: [] },
  /** Written with the request: that it need not be asked for again. */
  along?: (tx: Tx) => Promise<void>,
): Promise<{ payloadId: string; done: Promise<IngestOutcome> }> {
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
  const sealed = sealPayload(platform.keys, payload);
  const keep = (tx: Tx) => insertPayload(tx, sealed, new Date(tx.now.getTime() + lease));
  // One statement commits by itself: every letter waits for it.
  if (!along) await platform.database.writeOnce(keep);
  else
    await platform.database.write(async (tx) => {
      await along(tx);
      await keep(tx);
    });
  return { payloadId: payload.id, done: take(platform, adapter, payload, sink) };
}

/** Takes up what is due: left by a node that died, or to be tried again. Answers how many requests that were. */
export async function sweepPayloads(platform: Ground, sink: InboundSink): Promise<number> {
  const payloads = await platform.database.write((tx) =>
    claimPayloads(tx, new Date(tx.now.getTime() + lease), batch),
  );
  for (const payload of payloads) await take(platform, adapterOf(payload.channel), payload, sink);
  return payloads.length;
}

/** Takes in what was given up. Throws why that cannot be done; it stays as it is then. */
export async function takeOnceMore(platform: Ground, payloadId: string, sink: InboundSink): Promise<void> {
  const payload = await findGivenUp(platform.database.reader(), payloadId);
  if (!payload) return;
  const { errors } = await understand(platform, adapterOf(payload.channel), payload, sink);
  if (errors.length > 0) throw new Error(errors.join('; '));
  await platform.database.write((tx) => markIngested(tx, payload.id));
}

async function take(
  platform: Ground,
  adapter: ChannelAdapter,
  payload: Payload,
  sink: InboundSink,
): Promise<IngestOutcome> {
  const outcome = await understand(platform, adapter, payload, sink);
  try {
    return await record(platform, payload, outcome);
  } catch (error) {
    // The lease runs out, and the sweep takes it up again.
    platform.log.error({ err: error, payload: payload.id }, 'outcome of a payload not recorded');
    return { state: 'retry', error: String(error) };
  }
}

interface Understood {
  accepted: number;
  duplicates: number;
  errors: string[];
  /** It cannot be understood, however often it is tried. */
  hopeless: boolean;
}

/** One transaction per message. One that is not taken in does not hold up the others; they are duplicates when it is tried again. */
async function understand(
  { database, keys }: Ground,
  adapter: ChannelAdapter,
  payload: Payload,
  sink: InboundSink,
): Promise<Understood> {
  const result: Understood = { accepted: 0, duplicates: 0, errors: [], hopeless: false };
  try {
    const inbox = await readInbox(database.reader(), payload.inboxId);
    if (!inbox) throw new Error('the inbox is gone');
    for (const inbound of inOrder(decode(adapter, openPayload(keys, payload)))) {
      try {
        const answer = await database.write(await sink(inbox, inbound, payload.id));
        if (answer === 'accepted') result.accepted++;
        else result.duplicates++;
      } catch (error) {
        result.errors.push(describe(error));
      }
    }
  } catch (error) {
    result.errors.push(describe(error));
    result.hopeless = error instanceof Undecodable;
  }
  return result;
}

class Undecodable extends Error {}

function decode(adapter: ChannelAdapter, { request }: Payload): InboundMessage[] {
  try {
    return adapter.decode(request);
  } catch (error) {
    throw new Undecodable(describe(error));
  }
}

/** As written, where the platform says when; the others keep their places. */
function inOrder(messages: readonly InboundMessage[]): readonly InboundMessage[] {
  if (messages.some((message) => message.writtenAt === null)) return messages;
  return messages.toSorted((a, b) => Number(a.writtenAt) - Number(b.writtenAt));
}

async function record(
  { database, jobs, log }: Ground,
  payload: Payload,
  outcome: Understood,
): Promise<IngestOutcome> {
  const { accepted, duplicates, errors, hopeless } = outcome;
  if (errors.length === 0) {
    await database.writeOnce((tx) => markIngested(tx, payload.id));
    return { state: 'ingested', accepted, duplicates };
  }
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
