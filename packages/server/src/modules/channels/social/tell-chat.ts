import type { Reader } from '../../../platform/database/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { adapterOf } from '../adapter-of.ts';
import { type DeliveryResult, deliver, outcomeOf } from '../deliver.ts';
import type { Inbox } from '../inbox.ts';
import { readInbox } from '../inbox-store.ts';
import { answerWindow } from './answer-window.ts';
import { findNotice } from './notice-store.ts';
import { type Notice, sendNotice } from './send-notice.ts';
import { socialDestinationOf } from './social-destination.ts';
import { noteSocialContact } from './social-inbox-store.ts';
import { lastWrittenAt } from './social-thread-store.ts';

/** A private chat at an inbox. */
export interface ChatPlace {
  readonly inboxId: string;
  readonly address: string;
  /** They wrote there by then at the latest, even if no conversation holds it. */
  readonly wroteBy: Date;
}

/** What is said in it. */
export interface ChatNews {
  /** No longer than one message of any platform. */
  readonly text: string;
  /** The same by a template, where the platform has them. Its key is the same for every attempt. */
  readonly notice: Notice;
}

/** What came of it. Only `retry` is worth another attempt. `reason`: the platform's words, where it said any. */
export type ChatOutcome =
  | { readonly state: 'told' }
  | { readonly state: 'retry'; readonly reason: string }
  | {
      readonly state: 'failed';
      readonly why: 'window_over' | 'refused' | 'inbox_closed';
      readonly reason: string | null;
    };

/**
 * Tells somebody something in their private chat, outside of any conversation: by a template where the inbox has one, which takes nothing from the answers that
 * agents may give and arrives once; otherwise as a message, while the platform takes words of machines. Never throws for what the platform does. Where it names no
 * attempt, what it took and we could not note is said again.
 */
export async function tellChat(platform: Platform, place: ChatPlace, news: ChatNews): Promise<ChatOutcome> {
  const { clock, database } = platform;
  const { inboxId, address, wroteBy } = place;
  const reader = database.reader();
  const inbox = await readInbox(reader, inboxId);
  const destination =
    inbox?.enabled &&
    (await socialDestinationOf(platform, inbox, { address, threadKey: null }).catch(
      (error: unknown): DeliveryResult => outcomeOf(error, 0),
    ));
  if (!inbox || !destination) return { state: 'failed', why: 'inbox_closed', reason: null };
  if ('state' in destination) return noted(platform, inboxId, destination);
  const byTemplate = await sendNotice(platform, inbox, address, news.notice);
  if (byTemplate && byTemplate.state !== 'failed') return noted(platform, inboxId, byTemplate);
  const adapter = adapterOf(inbox.channel);
  const wroteAt = await lastWrittenAt(reader, inboxId, address);
  const lastInbound = wroteAt && wroteAt > wroteBy ? wroteAt : wroteBy;
  const { answerUntil } = answerWindow(adapter.capabilities, lastInbound, false);
  if (answerUntil && answerUntil <= clock.now()) {
    const reason = byTemplate?.reason ?? null;
    return { state: 'failed', why: reason === null ? 'window_over' : 'refused', reason };
  }
  const message = { id: news.notice.key, text: news.text };
  return noted(platform, inboxId, await deliver(adapter, message, destination));
}

async function noted(
  { database }: Pick<Platform, 'database'>,
  inboxId: string,
  result: DeliveryResult,
): Promise<ChatOutcome> {
  if (result.state === 'sent') return { state: 'told' };
  const { state, reason } = result;
  if (state === 'failed') return { state, why: 'refused', reason };
  if (result.signInRefused) {
    const trouble = { code: 'channels.platform_sign_in_refused' as const, words: reason };
    await database.write((tx) => noteSocialContact(tx, inboxId, trouble));
  }
  return { state, reason };
}

/** For how many hours after somebody wrote to an inbox they can be told something there; null: always. */
export async function newsWindowHours(
  reader: Reader,
  { id, channel }: Pick<Inbox, 'id' | 'channel'>,
): Promise<number | null> {
  const { capabilities, notify } = adapterOf(channel);
  if (notify && (await findNotice(reader, id, 'status'))) return null;
  return capabilities.windowHours ?? null;
}
