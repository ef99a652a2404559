import type { ConsentSource } from '@fairlead/contract';
import type { InboundLetter, OutboundLetter } from './letters/letter-types.ts';
import type { Account, Ask, Credentials } from './port-platform.ts';

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
  /** The platform's id of the message whose new text it is; absent where it is one of its own. */
  readonly changes?: string;
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

/** A template of the platform's, filled in. */
export interface TemplateNotice {
  readonly templateId: string;
  /** By the template's own names. */
  readonly fields: Readonly<Record<string, string | Date>>;
  /** What it opens when it is tapped; null: nothing. */
  readonly link: string | null;
  /** The template is one that whoever gets it agreed to, once for each time they did. */
  readonly byConsent: boolean;
}

/** What somebody said to being sent notices by a template. */
export interface Consent {
  readonly address: string;
  readonly templateId: string;
  readonly agreed: boolean;
  readonly source: ConsentSource;
  readonly at: Date;
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

/** The platform takes no notice by this template any more: they have withdrawn, or all that they agreed to was sent. */
export class ConsentRefused extends SendError {
  constructor(reason: string) {
    super(reason, { permanent: true });
    this.name = 'ConsentRefused';
  }
}
