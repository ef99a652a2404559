import type { Keys } from '../../../platform/crypto/secrets.ts';
import type { Reader } from '../../../platform/database/database.ts';
import { adapterOf } from '../adapter-of.ts';
import type { Inbox } from '../inbox.ts';
import type { TextMeasure } from '../port.ts';
import { type AnswerWindow, answerWindow } from './answer-window.ts';
import { readSocialInbox } from './social-inbox-store.ts';
import { readSocialThread } from './social-thread-store.ts';

const day = 24 * 3_600_000;

/** What answers on a platform meet. */
export interface SocialPlace extends AnswerWindow {
  /** Everybody reads them. */
  readonly isPublic: boolean;
  /** Where customers go on in private; null where they are, or where there is no such place. */
  readonly privateLink: string | null;
  /** `possible`: it can go on in private from here. `begun`: it began in public and goes on in private. Null: neither. */
  readonly privately: 'possible' | 'begun' | null;
  /** Until when it takes a first private answer to what was written publicly; null: always, or it is no question. */
  readonly privateUntil: Date | null;
  /** How much of a text one part of an answer holds, where that is less than a message holds. */
  readonly length: TextMeasure | null;
  /** When the customer last wrote there. */
  readonly writtenAt: Date;
}

/** Where a conversation is held on its platform, and until when it may be answered there; undefined where it is held on none. */
export async function readSocialPlace(
  reader: Reader,
  keys: Keys,
  conversation: { id: string; inboxId: string; channel: Inbox['channel'] },
): Promise<SocialPlace | undefined> {
  const thread = await readSocialThread(reader, conversation.id);
  // A chat may be answered on a platform as well, but is not held there.
  if (!thread || thread.inboxId !== conversation.inboxId) return undefined;
  const { capabilities, isPublic, privateLink, privateAddress } = adapterOf(conversation.channel);
  const inPublic = isPublic?.(thread.address) === true;
  const account = inPublic ? (await readSocialInbox(reader, keys, conversation.inboxId))?.account : undefined;
  return {
    isPublic: inPublic,
    privateLink: (account && privateLink?.(account)) || null,
    privately: inPublic
      ? privateAddress || thread.other
        ? 'possible'
        : null
      : thread.other
        ? 'begun'
        : null,
    privateUntil:
      inPublic && !thread.other && capabilities.privateReplyDays !== undefined
        ? new Date(thread.lastInboundAt.getTime() + capabilities.privateReplyDays * day)
        : null,
    length: (inPublic && capabilities.publicText) || null,
    writtenAt: thread.lastInboundAt,
    ...answerWindow(capabilities, thread.lastInboundAt, inPublic),
  };
}
