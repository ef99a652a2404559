import type { LetterInvitation, LetterProtection } from '@fairlead/contract';

/** Somebody named in a letter. */
export interface Party {
  readonly address: string;
  readonly name: string | null;
}

interface LetterBody {
  readonly text: string;
  readonly history: string;
  readonly signature: string;
  readonly inline: Readonly<Record<string, string>>;
  /** Absent of letters from before they were kept. */
  readonly protection?: LetterProtection | undefined;
  readonly invitation?: LetterInvitation | null | undefined;
}

/** What is known of a letter beside its message. */
export interface LetterRecord {
  readonly id: string;
  readonly inboxId: string;
  readonly direction: 'in' | 'out';
  /** Message-ID without angle brackets; of a letter without one a name made of its bytes. */
  readonly headerId: string;
  /** Null while it is not taken in, and for reports and automatic mail that belong nowhere. */
  readonly conversationId: string | null;
  readonly messageId: string | null;
  readonly kind: 'letter' | 'bounce' | 'complaint' | 'automatic' | 'list';
  readonly subject: string;
  readonly parties: {
    readonly from: Party | null;
    readonly replyTo: readonly Party[];
    readonly to: readonly Party[];
    readonly cc: readonly Party[];
  };
  /** Message-IDs it refers to, oldest first. */
  readonly references: readonly string[];
  /** Sanitised; null where the letter has text only. */
  readonly html: string | null;
  /** The text in three, of letters that came in, and the attachments that its HTML shows, by content id. */
  readonly body: LetterBody | null;
  /** What its proofs are worth; null for ours. */
  readonly proof: unknown;
  /** The inbound payload in which it lies as it came; null for ours. */
  readonly rawKey: string | null;
  readonly createdAt: Date;
}
