import type { InvitationAnswer } from '@fairlead/contract';

/** What agents and a third party write to each other about a ticket, as this module thinks of it. */
export interface SideRecord {
  readonly id: string;
  readonly ticketId: string;
  readonly inboxId: string;
  readonly subject: string;
  /** Addresses, in lower case. */
  readonly parties: readonly string[];
  readonly state: 'open' | 'done';
  readonly messageCount: number;
  readonly unread: number;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly clientKey: string;
  readonly createdAt: Date;
  readonly lastActivityAt: Date;
}

/** A letter of it. */
export interface SideMessageRecord {
  readonly id: string;
  readonly sideId: string;
  readonly seq: number;
  readonly direction: 'in' | 'out';
  /** The agent; null for what came in. */
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly from: { readonly address: string; readonly name: string | null };
  readonly known: boolean;
  readonly automatic: boolean;
  /** What it answers to an invitation. */
  readonly invitationAnswer: InvitationAnswer | null;
  readonly text: string;
  readonly history: string;
  readonly attachmentIds: readonly string[];
  /** Message-ID without angle brackets. */
  readonly headerId: string;
  readonly clientKey: string | null;
  readonly delivery: { readonly state: 'queued' | 'sent' | 'failed'; readonly error: string | null } | null;
  readonly createdAt: Date;
}
