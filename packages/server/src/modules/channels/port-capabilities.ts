import type { OutboundFile, SendContext } from './port-messages.ts';

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
  /** So many messages of ours it takes for each of the customer's; absent: as many as we like. */
  readonly answersEach?: number;
  /** So many hours after the customer's last message we may still answer; absent: always. */
  readonly windowHours?: number;
  /** So many hours after it what a person writes is still taken; absent: no longer than anything. */
  readonly lateHours?: number;
  /** So many days after somebody wrote publicly it takes a first private answer to it; absent: always. */
  readonly privateReplyDays?: number;
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
