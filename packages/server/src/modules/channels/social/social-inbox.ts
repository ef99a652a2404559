import type { SocialTrouble } from '@fairlead/contract';
import type { Account, Credentials } from '../port.ts';

/** An inbox of a channel with a platform behind it, as it is set up. Never in an answer or a log: its credentials and secrets. */
export interface SocialInbox {
  readonly inboxId: string;
  readonly credentials: Credentials;
  /** What the platform proves its requests by, newest first. */
  readonly webhookSecrets: readonly string[];
  readonly account: Account | null;
  readonly lastContactAt: Date | null;
  readonly lastError: SocialTrouble | null;
  /** What the platform gave for a time; null where it gives nothing, or nothing yet. */
  readonly granted: Granted | null;
}

/** What a platform gave, and when it ends. */
export interface Granted {
  readonly credentials: Credentials;
  readonly until: Date;
}
