import type { LetterInvitation, LetterProtection } from '@fairlead/contract';
import type { LetterRecord, Party } from './letter-record.ts';

/** What a letter that came in says beside its text. */
export interface InboundLetter {
  readonly kind: LetterRecord['kind'];
  /** Message-ID without angle brackets, or a name made of the letter's bytes. */
  readonly headerId: string;
  readonly subject: string;
  readonly parties: LetterRecord['parties'];
  /** Message-IDs that it refers to, oldest first, each once. */
  readonly references: readonly string[];
  /** Sanitised; null where the letter has text only. */
  readonly html: string | null;
  readonly body: { readonly text: string; readonly history: string; readonly signature: string };
  readonly protection: LetterProtection;
  readonly invitation: LetterInvitation | null;
  /** What its proofs are worth, and whether From is true by them. */
  readonly proof: unknown;
  readonly trusted: boolean;
  /** Of a report: the letters of ours that did not arrive, or were called spam. */
  readonly returned: readonly ReturnedLetter[];
  readonly files: readonly LetterFile[];
  /** Message-IDs that it says to answer. */
  readonly inReplyTo: readonly string[];
  /** Where it was delivered, by the envelope. */
  readonly deliveredTo: readonly string[];
  /** A language tag that its headers point at. */
  readonly languageHint: string | null;
}

/** A letter of ours that did not arrive. */
interface ReturnedLetter {
  readonly headerId: string | null;
  readonly recipient: string | null;
  /** Writing to the address again makes no sense. */
  readonly hard: boolean;
  /** The mail server's words; '' where it said nothing. */
  readonly words: string;
}

interface LetterFile {
  readonly name: string | null;
  readonly content: Uint8Array;
  /** What `cid:` in the HTML refers to. */
  readonly contentId: string | null;
}

/** What a letter to a customer needs beside its text. */
export interface OutboundLetter {
  /** Message-ID without angle brackets: the same for every attempt. */
  readonly headerId: string;
  readonly subject: string;
  readonly from: Party;
  /** Where the answer is to go. */
  readonly replyTo: string;
  /** Where several read it as those whom it is to; else it is to the one address it is sent to. */
  readonly to?: readonly Party[];
  readonly cc: readonly Party[];
  /** Get it, and are named in no header. */
  readonly bcc?: readonly Party[];
  readonly references: readonly string[];
  /** Nobody wrote it: machines that get it are told not to answer (RFC 3834). */
  readonly automatic?: boolean;
  /** The whole body, with signature and history. */
  readonly text: string;
  readonly html: string;
  readonly files: readonly { readonly name: string; readonly type: string; readonly content: Uint8Array }[];
}
