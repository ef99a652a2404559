import type { NoticeConsent } from '@fairlead/contract';
import type { Reader } from '../../../platform/database/database.ts';
import { listConsents } from './consent-store.ts';
import { listNotices } from './notice-store.ts';
import { readSocialThread } from './social-thread-store.ts';

const mostShown = 20;

/** What the customer of a conversation agreed to be sent on its platform, or refused; nothing where it is held on none. */
export async function viewConsents(
  reader: Reader,
  conversation: { id: string; inboxId: string },
): Promise<NoticeConsent[]> {
  const thread = await readSocialThread(reader, conversation.id);
  if (!thread) return [];
  const [consents, notices] = await Promise.all([
    listConsents(reader, conversation.inboxId, thread.address, mostShown),
    listNotices(reader, conversation.inboxId),
  ]);
  return consents.map(({ templateId, standing, source, at, usedAt }) => ({
    templateId,
    kind: notices.find((it) => it.templateId === templateId && it.way === 'subscription')?.kind ?? null,
    standing,
    source,
    at: at.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }));
}
