import { deliveryTroubles } from '@fairlead/contract';
import { type ChannelAdapter, type Destination, type OutboundMessage, SendError } from './port.ts';

/** What came of sending a message. */
export type DeliveryResult = (
  | { readonly state: 'sent'; readonly externalIds: readonly string[] }
  /** Worth trying again, after so many seconds if the platform said so. Parts already sent are not to be sent again. */
  | {
      readonly state: 'retry';
      readonly after: number | null;
      readonly reason: string;
      readonly partsSent: number;
      /** The platform refuses the inbox's credentials. */
      readonly signInRefused?: true;
    }
  /** Not to be tried again by itself. The reason is shown to the agent. */
  | { readonly state: 'failed'; readonly reason: string }
) & {
  /** Where the customer writes from, where that was not known before. */
  readonly address?: string;
};

const timeLimit = 20_000;
/** A platform that asks for more is tried again sooner, since it may have erred. */
const longestWait = 6 * 3600;

/**
 * Sends a message out through its channel, part by part, each within 20 seconds, and says what came of it; it never throws for what
 * the platform does. A part that ran out of time may have arrived: it is tried again with the same key, because a message
 * twice is better than none. Credentials that are refused are renewed once, where they can be. On a channel that is not pushed to, stored is sent.
 */
export async function deliver(
  adapter: ChannelAdapter,
  outbound: OutboundMessage,
  destination?: Destination,
  milliseconds: number = timeLimit,
): Promise<DeliveryResult> {
  if (!adapter.capabilities.push) return { state: 'sent', externalIds: [] };
  if (!adapter.encode || !adapter.send) throw new Error(`${adapter.channel} pushes, but cannot send`);
  if (!destination) return { state: 'failed', reason: deliveryTroubles.no_address };
  const isPublic = adapter.isPublic?.(destination.address) === true;
  const parts = adapter.encode(isPublic ? { ...outbound, isPublic } : outbound);
  const externalIds: string[] = [];
  let { credentials, renew, address } = destination;
  const found = () => (address === destination.address ? {} : { address });
  for (let index = outbound.partsSent ?? 0; index < parts.length; index++) {
    const signal = AbortSignal.timeout(milliseconds);
    const context = {
      ...destination,
      address,
      credentials,
      key: `${outbound.id}:${index}`,
      signal,
      after: externalIds.at(-1),
    };
    try {
      const sent = await Promise.race([adapter.send(parts[index], context), aborted(signal)]);
      externalIds.push(sent.externalId);
      // What follows goes where the customer was found to be.
      address = sent.address ?? address;
    } catch (error) {
      if (!renew || !(error instanceof SendError && error.signInRefused))
        return { ...outcomeOf(error, index, signal), ...found() };
      try {
        credentials = await renew();
      } catch (trouble) {
        return { ...outcomeOf(trouble, index, signal), ...found() };
      }
      renew = undefined;
      index--;
    }
  }
  return { state: 'sent', externalIds, ...found() };
}

/** What an error that ended an attempt says of a message. */
export function outcomeOf(error: unknown, partsSent: number, signal?: AbortSignal): DeliveryResult {
  if (error instanceof SendError) {
    const reason = error.message;
    if (error.permanent) return { state: 'failed', reason };
    const after = error.retryAfter === null ? null : Math.min(Math.max(0, error.retryAfter), longestWait);
    return { state: 'retry', after, reason, partsSent, ...(error.signInRefused && { signInRefused: true }) };
  }
  const reason = signal?.aborted
    ? deliveryTroubles.timed_out
    : error instanceof Error
      ? error.message
      : String(error);
  return { state: 'retry', after: null, reason, partsSent };
}

/** Ends with the signal, for adapters that do not listen to it. */
function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
