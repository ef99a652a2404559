import type { PrivateLinkSettings } from '@fairlead/contract';

/** What is known of a conversation on a platform, for the question whether a link to a private chat is offered. */
export interface OfferCase {
  readonly settings: PrivateLinkSettings;
  /** Everybody reads what is answered now. */
  readonly inPublic: boolean;
  /** The platform has a private way: its private messages, or a link to them. */
  readonly otherWay: boolean;
  /** Until when it takes a first private message to whoever wrote; null: always. */
  readonly otherUntil: Date | null;
  /** What was last written by it did not arrive. */
  readonly refused: boolean;
}

/** Whether agents may put a link to a private chat into a public answer. Pure. */
export function decideOffer(
  { settings, inPublic, otherWay, otherUntil, refused }: OfferCase,
  now: Date,
): boolean {
  if (settings.chatInboxId === null || !inPublic) return false;
  if (settings.use === 'always') return true;
  return !otherWay || refused || (otherUntil !== null && otherUntil <= now);
}
