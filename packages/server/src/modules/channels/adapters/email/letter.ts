import type { LetterInvitation, LetterProtection } from '@fairlead/contract';
import type { Mailbox } from './read-addresses.ts';
import type { Header } from './read-headers.ts';

/** What an e-mail says, read from its bytes. */
export interface Letter {
  /** Message-IDs without their angle brackets; null or none where the letter names none. */
  readonly messageId: string | null;
  readonly inReplyTo: readonly string[];
  /** Oldest first. */
  readonly references: readonly string[];
  readonly from: Mailbox | null;
  readonly sender: Mailbox | null;
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** One line; '' where there is none. */
  readonly subject: string;
  /** When the sender's clock says it was written. */
  readonly date: Date | null;
  /** The body as text: the plain text that came along, else what the HTML says. Lines end with `\n`. */
  readonly text: string;
  /** The body as HTML, **not yet safe**: `sanitiseLetterHtml` makes it so. Null where the letter has text only. */
  readonly html: string | null;
  readonly attachments: readonly LetterAttachment[];
  readonly invitation: LetterInvitation | null;
  /** Signed or encrypted, and how. Nothing is verified: a signature that came along proves nothing yet. */
  readonly protection: LetterProtection;
  /** Parts that machines write for machines. */
  readonly reports: readonly Report[];
  /** The language that the letter's headers or character set point at: a tag like `ja`; null where nothing does. */
  readonly languageHint: string | null;
  /** All headers of the letter itself. */
  readonly headers: readonly Header[];
  /** Limits that the letter went beyond: what it holds of these is not all here. */
  readonly cut: readonly Cut[];
}

export interface LetterAttachment {
  /** Safe to show, no path; null where none is given. */
  readonly name: string | null;
  /** As declared, lower case; never trusted for more than an icon. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly content: Uint8Array;
  /** What `cid:` in the HTML refers to, without angle brackets. */
  readonly contentId: string | null;
  /** Meant to be shown within the text. */
  readonly inline: boolean;
}

/** A delivery status, read receipt or complaint (`fields`), or the letter that it is about (`original`). */
export interface Report {
  readonly kind: 'delivery-status' | 'disposition-notification' | 'feedback-report' | 'original';
  /** The fields as text; of an original its headers. */
  readonly text: string;
}

export type Cut = 'headers' | 'parts' | 'depth' | 'text' | 'html';

/** A header's value, unfolded and its encoded words not decoded; null where the letter has none of that name (lower case). */
export function headerOf(letter: Letter, name: string): string | null {
  return letter.headers.find((it) => it.name === name)?.value ?? null;
}
