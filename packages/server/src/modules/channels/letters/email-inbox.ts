import type { EmailSettings, MailTrouble } from '@fairlead/contract';

/** An inbox of the channel `email` as it is set up; its passwords and keys are EmailSecrets. */
export interface EmailInbox extends EmailSettings {
  readonly inboxId: string;
  /** Which secrets are kept. */
  readonly kept: { readonly [Name in keyof EmailSecrets]-?: boolean };
  readonly lastContactAt: Date | null;
  /** Why nothing is fetched now. */
  readonly lastError: MailTrouble | null;
  /** Why nothing is sent now, by the last time that somebody looked. */
  readonly sendingError: MailTrouble | null;
}

/** What is sealed. Never in an answer, never in a log. */
export interface EmailSecrets {
  readonly imapPassword?: string | undefined;
  readonly smtpPassword?: string | undefined;
  readonly oauth?: OAuthClient | undefined;
  /** PEM. */
  readonly dkimKey?: string | undefined;
}

/** How fresh access tokens are had (RFC 6749 section 6). */
export interface OAuthClient {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}
