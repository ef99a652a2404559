import type { Channel } from '@fairlead/contract';
import type { InboundLetter, OutboundLetter } from './letters/letter-types.ts';

/** Adapters refuse with codes of the catalogue: `throw fail('request.invalid', { field })`. */
export { Failure, fail } from '../../platform/fail.ts';
export type { InboundLetter, OutboundLetter } from './letters/letter-types.ts';
export { sessionChannel } from './session-channel.ts';
export { splitText } from './split-text.ts';
export { splitWeighted } from './split-weighted.ts';

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
   * The request as it is meant, where the platform sends it encrypted (WeChat): this is what is stored and decoded. Called after `verify`.
   * Throws a Failure when it cannot be opened. Pure.
   */
  decrypt?(this: void, request: RawRequest, material: ProofMaterial): RawRequest;
  /**
   * The answer to a platform that asks by GET whether the address is ours (Facebook's `hub.challenge`, X's CRC, WeChat's `echostr`).
   * Throws a Failure when the question is not proven.
   */
  challenge?(this: void, request: RawRequest, material: ProofMaterial): string;
  /**
   * The messages in what was stored. Pure: no clock, no randomness, no network (a file is named here and fetched later). Unknown
   * fields and unknown kinds of updates are passed over. What is malformed is refused with a coded error. An edit or a deletion on
   * the platform is no message.
   */
  decode(this: void, stored: StoredRequest): InboundMessage[];
  /**
   * What our 200 says to the platform once the request is stored, as JSON, where it takes orders by that (Telegram: a button stops
   * waiting, a group is invited to write privately). Null: nothing. Pure; may be said twice.
   */
  respond?(this: void, stored: StoredRequest): object | null;
  /** The message as parts that the channel can carry, in order, none longer than its limit and no character lost. Pure. */
  encode?(this: void, outbound: OutboundMessage): Part[];
  /**
   * Sends one part. Answers the id by which the platform knows it, and, where that is not the one that was sent to, the `address` that the customer
   * writes from; or throws SendError; anything else that is thrown (a
   * broken connection) counts as retryable. Where the platform takes an idempotency key, it is `context.key`.
   */
  send?(this: void, part: Part, context: SendContext): Promise<Sent>;
  /**
   * Fetches a file that a message named, at most `maximumBytes` of it. Throws SendError: `permanent` when it is not to be had (gone, too
   * large), otherwise it is tried again.
   */
  fetchFile?(this: void, file: InboundAttachment, context: FetchContext): Promise<FetchedFile>;
  /**
   * Tests credentials with the platform, and tells it our address where it has a call for that. Throws SendError, with `signInRefused` when
   * the credentials are wrong or have ended. May be called again.
   */
  connect?(
    this: void,
    credentials: Credentials,
    address: WebhookAddress,
    signal: AbortSignal,
    ask: Ask,
  ): Promise<Account>;
  /** Whether everybody reads what goes to an address; absent: never. Pure. */
  isPublic?(this: void, address: string): boolean;
  /**
   * Hides what somebody wrote publicly from everybody but them and us; `externalId` names it. Absent: the platform has no such thing. May be
   * called again. Throws as `fetchFile` does.
   */
  hide?(this: void, externalId: string, context: Omit<FetchContext, 'maximumBytes'>): Promise<void>;
  /**
   * The address by which whoever wrote publicly is answered in private, though they have not written there; `externalId` names what they wrote last.
   * Absent, or null: that cannot be. Pure.
   */
  privateAddress?(this: void, address: string, externalId: string): string | null;
  /** Where customers go on in private with what began in public; null where there is no such place. Pure. */
  privateLink?(this: void, account: Account): string | null;
  /** A link that opens a private chat with us and brings a code along, so that nobody types it; null where there is no such link. Pure. */
  bindingLink?(this: void, account: Account, code: string): string | null;
  /** Administrators enter our address at the platform themselves, with a token by which it is proven to be ours. */
  readonly addressByHand?: boolean;
  /** The name of who writes, where messages do not say it; null where the platform does not tell. Throws as `fetchFile` does. */
  nameOf?(this: void, address: string, context: Omit<FetchContext, 'maximumBytes'>): Promise<string | null>;
  /**
   * The platform's own thread of a message that only guesses it (`threadGuessed`); null where the platform does not tell. Throws as `fetchFile`
   * does.
   */
  threadOf?(
    this: void,
    message: InboundMessage,
    context: Omit<FetchContext, 'maximumBytes'>,
  ): Promise<string | null>;
  /** While `connect` runs, the platform asks the address whether it is ours: what proves that must be kept before. */
  readonly asksWhileConnecting?: boolean;
  /** Signing in on the platform's own page (OAuth 2.0 with PKCE), where it has one. What is granted goes the way of `renew`. */
  readonly signIn?: {
    /** The page's address. Pure. Throws a Failure for credentials that are missing. */
    begin(
      this: void,
      credentials: Credentials,
      back: { readonly redirectUrl: string; readonly state: string; readonly challenge: string },
    ): string;
    /** What the platform grants for what its page led back with. Throws as `connect` does. */
    finish(
      this: void,
      credentials: Credentials,
      back: { readonly redirectUrl: string; readonly code: string; readonly verifier: string },
      signal: AbortSignal,
      ask: Ask,
    ): Promise<Grant>;
  };
  /** Asks the platform for what customers wrote, where an inbox is not sent it. Throws SendError. */
  poll?(this: void, context: PollContext): Promise<Polled>;
  /** Whether an inbox that signs in with these asks for what customers wrote (`poll`). Pure. */
  polls?(this: void, credentials: Credentials): boolean;
  /**
   * Posts for everybody who follows `context.address` (Telegram: a channel), where `capabilities.publishing` says that it can. Answers the id by which
   * the platform knows the post, and where people read it. Throws SendError as `send` does.
   */
  publish?(
    this: void,
    post: Publication,
    context: PublishContext,
  ): Promise<{ externalId: string; link: string | null }>;
  /** Puts another text in place of a post's; to say the same again is no error. Throws as `publish` does, permanent where the post is gone. */
  revise?(this: void, externalId: string, post: Publication, context: PublishContext): Promise<void>;
  /** Takes a post back; one that is gone already is no error. Throws as `publish` does. */
  retract?(this: void, externalId: string, context: PublishContext): Promise<void>;
  /** Only tests credentials; changes nothing at the platform. Throws as `connect` does. */
  check?(this: void, credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<Account>;
  /**
   * Asks the platform for what it gives for a time, such as an access token, where it does. `credentials` are those of the inbox together with
   * what was granted last, if anything was. What is granted is kept, and stands beside the inbox's own credentials, or instead of those of the
   * same name, wherever credentials are handed over. Called by one node at a time, before a grant ends or when it is refused. Throws as
   * `connect` does.
   */
  renew?(this: void, credentials: Credentials, signal: AbortSignal, ask: Ask): Promise<Grant>;
}

/** How far an adapter has read what it asks for; its own words. */
export type PollPlace = Readonly<Record<string, string>>;

export interface PollContext extends Omit<FetchContext, 'maximumBytes'> {
  readonly account: Account;
  /** Null the first time. */
  readonly place: PollPlace | null;
  /** The first time only what is not older is taken. */
  readonly since: Date;
}

/** What came since. */
export interface Polled {
  /** As if the platform had sent it: `verify` holds for it. Null: nothing came. */
  readonly request: Pick<RawRequest, 'headers' | 'body'> | null;
  /** To be kept with it. */
  readonly place: PollPlace;
  /** There is more to be asked for at once. */
  readonly more: boolean;
}

/** What a platform gives for a time. Plain adapters have no clock: how long it holds is said in seconds. */
export interface Grant {
  readonly credentials: Credentials;
  readonly seconds: number;
}

/** What a platform says of a part that it took. */
export interface Sent {
  readonly externalId: string;
  readonly address?: string;
}

/** What an inbox signs in to its platform with, by name. */
export type Credentials = Readonly<Record<string, string>>;

/** Who we are on a platform, as customers see it. */
export interface Account {
  readonly name: string;
  /** Such as `@example_bot`; null where the platform has none. */
  readonly handle: string | null;
  /** A page where customers can begin to write. */
  readonly link: string | null;
  /** How the platform names the account in what it sends; absent where nothing is addressed by that. */
  readonly id?: string;
  /** When the credentials end and nothing but new ones helps, as ISO 8601; absent where they do not, or the platform does not say. */
  readonly endsAt?: string | null;
}

/** Where a platform sends what customers write. */
export interface WebhookAddress {
  readonly webhookUrl: string;
  /** Made by us for this inbox; the newest of `ProofMaterial.secrets`. */
  readonly secret: string;
}

/**
 * Asks a server of a platform. Names are resolved once, redirects are not followed, and only addresses that this installation may contact
 * are. Throws AskRefused for others and for answers above `maximumBytes` (1 MB unless it says otherwise), and what the connection throws.
 */
export type Ask = (
  url: string,
  options: {
    readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly headers?: Readonly<Record<string, string>>;
    /** More headers, that hold for a moment only: a signature over the time. */
    readonly sign?: (now: Date) => Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array;
    readonly signal: AbortSignal;
    readonly maximumBytes?: number;
  },
) => Promise<Answer>;

/** What a platform's server answered, whatever its status. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** It may not be asked, or answered too much. */
export class AskRefused extends Error {}

export interface FetchContext {
  readonly credentials: Credentials;
  readonly signal: AbortSignal;
  readonly maximumBytes: number;
  readonly ask: Ask;
}

/** A file as the platform gave it; what it says of its type is not believed. */
export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly name: string | null;
  readonly type: string | null;
}

/** What a channel can do; screens and use cases ask here and never for the channel's name. */
export interface Capabilities {
  /** Messages must be sent out (`encode` and `send`). Otherwise clients fetch what is stored, and stored is sent. */
  readonly push: boolean;
  /** Media types that can be sent on it. */
  readonly attachments: readonly string[];
  /** UTF-16 units in one part. */
  readonly maximumTextLength: number;
  /** How much one part holds where everybody reads it; absent: as much as any. */
  readonly publicText?: TextMeasure;
  /** It tells us what the customer has received and read. */
  readonly readStates: boolean;
  /** It tells us that the customer is typing. */
  readonly typing: boolean;
  /** Largest file that can be sent on it; absent: as large as any. */
  readonly maximumFileBytes?: number;
  /** Answers that customers choose by a tap, and the UTF-16 units of one; absent: they are sent as numbered text. */
  readonly quickReplies?: { readonly maximum: number; readonly maximumLength: number };
  /** So many hours after the customer's last message we may still answer; absent: always. */
  readonly windowHours?: number;
  /** So many hours after it what a person writes is still taken; absent: no longer than anything. */
  readonly lateHours?: number;
  /** It carries posts for everybody (`publish`); absent: it does not. */
  readonly publishing?: Publishing;
}

/** How much text goes in one part. */
export interface TextMeasure {
  readonly maximum: number;
  /** By the weights of X (`weightedLength` of the contract); otherwise UTF-16 units. */
  readonly weighted: boolean;
}

/** What a channel's posts for everybody can be. */
export interface Publishing {
  /** UTF-16 units of a post, its link among them. */
  readonly maximumTextLength: number;
  /** That is counted by the weights of X instead (`weightedLength` of the contract). */
  readonly weighted?: boolean;
  readonly pictures: boolean;
  /** `revise` changes a post that stands; otherwise a correction is a post of its own. */
  readonly canRevise: boolean;
  /** `retract` takes a post back; otherwise that it no longer holds is a post of its own. */
  readonly canRetract: boolean;
  /** Posts go to an address that is named beside the inbox (Telegram's `@channel`); absent: the account itself posts. */
  readonly addressed?: boolean;
}

/** A post for everybody. */
export interface Publication {
  /** The same for every attempt. */
  readonly key: string;
  /** Plain text, never longer than the channel takes. */
  readonly text: string;
  /** Where the whole is read; not in `text`. Counts towards the limit where the channel has no place of its own for it. */
  readonly link: string | null;
  readonly picture?: OutboundFile;
}

/** Where a post goes; `address` is empty where the account itself posts. */
export type PublishContext = Pick<SendContext, 'address' | 'credentials' | 'ask' | 'signal'>;

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
  /** What the inbox signs in with, where that proves requests too (Facebook's app secret). */
  readonly credentials?: Credentials;
  /** Who the inbox is on the platform, for requests that say for whom they are. */
  readonly account?: Account | null;
}

/** A message from a customer. */
export interface InboundMessage {
  /**
   * Names the message within the inbox for ever: the platform's own id, never a count or a hash of the time. Platforms deliver
   * twice; duplicates fall on `(inbox, externalId)`.
   */
  readonly externalId: string;
  /** Who wrote it, by the address that answers go to: a chat id, an e-mail address, a customer's id. */
  readonly sender: {
    readonly address: string;
    readonly name: string | null;
    /** Their language as the platform knows it (BCP 47); absent where it does not say. */
    readonly language?: string | null;
  };
  /** The platform's own thread (an e-mail's reference, a comment's post); null where one address is one thread. */
  readonly threadKey: string | null;
  /** The platform did not say the thread: `threadKey` is the nearest that is known, and `threadOf` can tell. */
  readonly threadGuessed?: boolean;
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
export interface InboundAttachment {
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
  /** Answers to choose from, shown with the last part of the text. */
  readonly quickReplies?: readonly string[];
  /** It goes where everybody reads it. */
  readonly isPublic?: boolean;
  /** A person wrote it, no machine: some platforms take late answers of people only. */
  readonly byPerson?: boolean;
  /** Sent after the text, each in a part of its own. */
  readonly files?: readonly OutboundFile[];
  /** What a letter has beside; for e-mail. */
  readonly letter?: OutboundLetter;
}

/** A file to a customer; read only when it is sent. */
export interface OutboundFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** Where a message goes. */
export interface Destination {
  readonly address: string;
  readonly threadKey: string | null;
  /** The platform's id of the customer's last message, which is answered; absent where that makes no difference. */
  readonly answers?: string | null;
  /** The inbox's credentials on the platform. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Asks the platform's servers; absent for e-mail, which has its own way. */
  readonly ask?: Ask;
  /** Others, where the platform refuses these before they end. */
  readonly renew?: () => Promise<Readonly<Record<string, string>>>;
}

export interface SendContext extends Destination {
  /** The same for every attempt at one part. */
  readonly key: string;
  /** Aborts when the time is up. */
  readonly signal: AbortSignal;
  /** The platform's id of the part before, where this attempt has sent it. */
  readonly after?: string | undefined;
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
