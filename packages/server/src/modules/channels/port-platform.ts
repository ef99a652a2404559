import type { RawRequest } from './port-messages.ts';

/** How far an adapter has read what it asks for; its own words. */
export type PollPlace = Readonly<Record<string, string>>;

export interface PollContext extends Omit<FetchContext, 'maximumBytes'> {
  readonly account: Account;
  /** Null the first time. */
  readonly place: PollPlace | null;
  /** The first time only what is not older is taken. */
  readonly since: Date;
  /** What requests of the platform are proven by, where that is a secret of ours; newest first. */
  readonly secrets: readonly string[];
}

/** A request as if the platform had sent it: `verify` holds for it. */
type PolledRequest = Pick<RawRequest, 'headers' | 'body'> & {
  /** To be kept with it. */
  readonly place: PollPlace;
};

/** What came since. */
export interface Polled {
  /** The oldest first. */
  readonly requests: readonly PolledRequest[];
  /** To be kept where nothing came. */
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
