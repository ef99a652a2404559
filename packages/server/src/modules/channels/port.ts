import type { Channel } from '@fairlead/contract';
import type { Capabilities, Publication, PublishContext } from './port-capabilities.ts';
import type {
  Consent,
  InboundAttachment,
  InboundMessage,
  OutboundMessage,
  ProofMaterial,
  RawRequest,
  SendContext,
  StoredRequest,
  TemplateNotice,
} from './port-messages.ts';
import type {
  Account,
  Ask,
  Credentials,
  FetchContext,
  FetchedFile,
  Grant,
  PollContext,
  Polled,
  Sent,
  WebhookAddress,
} from './port-platform.ts';

/** Adapters refuse with codes of the catalogue: `throw fail('request.invalid', { field })`. */
export { Failure, fail } from '../../platform/fail.ts';
export type { InboundLetter, OutboundLetter } from './letters/letter-types.ts';
export * from './port-capabilities.ts';
export * from './port-messages.ts';
export * from './port-platform.ts';
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
  /** What people said in it to being sent notices, which is no message. Pure; throws as `decode` does. */
  consents?(this: void, stored: StoredRequest): Consent[];
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
  /** Tells somebody something by a template, also when the platform takes no answers any more. Throws as `send` does, and ConsentRefused. */
  notify?(this: void, notice: TemplateNotice, context: SendContext): Promise<Sent>;
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
  /** Where customers write to the account in private; null where there is no such place. Pure. */
  privateLink?(this: void, account: Account): string | null;
  /** A link that opens a private chat with us and brings a code along, so that nobody types it; null where there is no such link. Pure. */
  bindingLink?(this: void, account: Account, code: string): string | null;
  /**
   * What a QR code holds that opens a private chat with us and brings a code along, for so many seconds (null: for ever), where the platform makes such
   * codes. Throws as `fetchFile` does.
   */
  sceneLink?(
    this: void,
    code: string,
    seconds: number | null,
    context: Omit<FetchContext, 'maximumBytes'>,
  ): Promise<string>;
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
  /** `poll` answers when there is something, or after a while: a node stays at it. Otherwise it is asked once a minute. */
  readonly waits?: boolean;
  /** Does by a call what `respond` says, for requests that were asked for. Throws SendError. */
  order?(this: void, order: object, context: Omit<FetchContext, 'maximumBytes'>): Promise<void>;
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
