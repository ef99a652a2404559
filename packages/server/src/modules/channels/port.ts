import type { Channel } from '@fairlead/contract';
import type { InboundLetter, OutboundLetter } from './letters/letter-types.ts';

/** Adapters refuse with codes of the catalogue: `throw fail('request.invalid', { field })`. */
export { Failure, fail } from '../../platform/fail.ts';
export type { InboundLetter, OutboundLetter } from './letters/letter-types.ts';
export { sessionChannel } from './session-channel.ts';
export { splitText } from './split-text.ts';

/**
 * What a channel is to the product: plain data and pure functions, so that each can be tested without the world outside. Only `send`
 * touches the network. Adapters know no module, no database and no clock; what they need is handed to them.
 *
 * In: `verify` -> the request is stored -> the sender gets its 200 -> `decode` -> one transaction per message.
 * Out: `encode` -> `send`, part by part.
 */
export interface ChannelAdapter<Part = unknown> {
  readonly channel: Channel;
  readonly capabilities: Capabilities;
  /** Names of headers that `decode` reads. No other header is stored, and never one that holds a credential. */
  readonly headers: readonly string[];
  /**
   * Throws unless the request is proven to come from the channel: a signature over the body (X, Messenger), a secret in a header
   * (Telegram), the outcome of SPF, DKIM and DMARC (e-mail), a session (chat). Any of the `secrets` may prove it, so that one
   * can be changed without a gap; compare in constant time. There is no default: an adapter that checks nothing does not compile.
   */
  verify(this: void, request: RawRequest, material: ProofMaterial): void;
  /**
   * The messages in what was stored. Pure: no clock, no randomness, no network (a file is named here and fetched later). Unknown
   * fields and unknown kinds of updates are passed over. What is malformed is refused with a coded error. An edit or a deletion on
   * the platform is no message.
   */
  decode(this: void, stored: StoredRequest): InboundMessage[];
  /** The message as parts that the channel can carry, in order, none longer than its limit and no character lost. Pure. */
  encode?(this: void, outbound: OutboundMessage): Part[];
  /**
   * Sends one part. Answers the id by which the platform knows it, or throws SendError; anything else that is thrown (a
   * broken connection) counts as retryable. Where the platform takes an idempotency key, it is `context.key`.
   */
  send?(this: void, part: Part, context: SendContext): Promise<{ externalId: string }>;
}

/** What a channel can do; screens and use cases ask here and never for the channel's name. */
interface Capabilities {
  /** Messages must be sent out (`encode` and `send`). Otherwise clients fetch what is stored, and stored is sent. */
  readonly push: boolean;
  /** Media types that can be sent on it. */
  readonly attachments: readonly string[];
  /** UTF-16 units in one part. */
  readonly maximumTextLength: number;
  /** It tells us what the customer has received and read. */
  readonly readStates: boolean;
  /** It tells us that the customer is typing. */
  readonly typing: boolean;
}

/** What is kept of a request until it is understood. */
export interface StoredRequest {
  /** Lower-case names; only those that the adapter reads. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The chat session that the server itself proved by this very request's credential; null on every other channel. */
  readonly session: ProvenSession | null;
  /** When we received it, for platforms that do not say when a message was written. */
  readonly receivedAt: Date;
}

/** A request as it came in; all its headers, so that it can be verified. */
export type RawRequest = StoredRequest;

/** Whose chat session it is. Set by the server after it checked the token and the browser's key, never read from what was sent. */
interface ProvenSession {
  readonly customerId: string;
  readonly inboxId: string;
}

/** What an inbox holds to check requests by. */
export interface ProofMaterial {
  readonly inboxId: string;
  /** Newest first; two while one is being replaced; none on channels that are proven otherwise. */
  readonly secrets: readonly string[];
}

/** A message from a customer. */
export interface InboundMessage {
  /**
   * Names the message within the inbox for ever: the platform's own id, never a count or a hash of the time. Platforms deliver
   * twice; duplicates fall on `(inbox, externalId)`.
   */
  readonly externalId: string;
  /** Who wrote it, by the address that answers go to: a chat id, an e-mail address, a customer's id. */
  readonly sender: { readonly address: string; readonly name: string | null };
  /** The platform's own thread (an e-mail's reference, a comment's post); null where one address is one thread. */
  readonly threadKey: string | null;
  /**
   * When it was written, by the platform's clock; null where it does not say. Platforms also deliver out of order: what was written
   * is ordered by this within one payload, and by arrival otherwise.
   */
  readonly writtenAt: Date | null;
  readonly text: string;
  readonly attachments: readonly InboundAttachment[];
  /** What a letter has beside; absent on other channels. */
  readonly letter?: InboundLetter;
}

/** A file, to be fetched later by the platform's id for it, or one of ours that is already here. */
interface InboundAttachment {
  readonly externalId: string;
  readonly name: string | null;
  readonly type: string | null;
}

/** A message to a customer. */
export interface OutboundMessage {
  readonly id: string;
  readonly text: string;
  /** Parts that earlier attempts have sent already. */
  readonly partsSent?: number;
  /** What a letter has beside; for e-mail. */
  readonly letter?: OutboundLetter;
}

/** Where a message goes. */
export interface Destination {
  readonly address: string;
  readonly threadKey: string | null;
  /** The inbox's credentials on the platform. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Others, where the platform refuses these before they end. */
  readonly renew?: () => Promise<Readonly<Record<string, string>>>;
}

export interface SendContext extends Destination {
  /** The same for every attempt at one part. */
  readonly key: string;
  /** Aborts when the time is up. */
  readonly signal: AbortSignal;
}

/** Why a part was not sent. */
export class SendError extends Error {
  /** It will not be sent by trying again: blocked by the customer, no such address, content refused. */
  readonly permanent: boolean;
  /** Seconds that the platform asks us to wait; null when it does not say. */
  readonly retryAfter: number | null;
  /** The platform refuses the credentials. */
  readonly signInRefused: boolean;

  constructor(
    reason: string,
    options: { permanent: true } | { permanent: false; retryAfter: number | null; signInRefused?: boolean },
  ) {
    super(reason);
    this.name = 'SendError';
    this.permanent = options.permanent;
    this.retryAfter = options.permanent ? null : options.retryAfter;
    this.signInRefused = !options.permanent && options.signInRefused === true;
  }
}
