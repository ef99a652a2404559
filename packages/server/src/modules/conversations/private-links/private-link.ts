import type { PrivateChatStanding } from '@fairlead/contract';

/** A link in a public answer, as it is kept. */
export interface PrivateLink {
  readonly id: string;
  /** The public conversation. */
  readonly conversationId: string;
  readonly inboxId: string;
  /** Who wrote there, and within which thread of the platform's: only they can prove a chat. */
  readonly address: string;
  readonly threadKey: string | null;
  readonly chatInboxId: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When its page was first opened, by whoever. */
  readonly openedAt: Date | null;
  /** When it was taken back. */
  readonly revokedAt: Date | null;
  /** The chat that was proven, which ends the link. */
  readonly provenConversationId: string | null;
}

/** A chat that began by a link. */
export interface PrivateChat {
  readonly conversationId: string;
  readonly linkId: string;
  readonly standing: PrivateChatStanding;
  readonly createdAt: Date;
  /** Until when the code that was given out last works; null: none does. */
  readonly proofExpiresAt: Date | null;
}

/** Whether a link still takes chats, or how it ended. Pure. */
export function stateOfLink(
  {
    expiresAt,
    revokedAt,
    provenConversationId,
  }: Pick<PrivateLink, 'expiresAt' | 'revokedAt' | 'provenConversationId'>,
  now: Date,
): 'open' | 'proven' | 'revoked' | 'expired' {
  if (provenConversationId !== null) return 'proven';
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'open' : 'expired';
}
