import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentTopics, type SentTranslation } from '../conversations/index.ts';
import { judgeDraft } from './draft-reply.ts';
import { isUnsure } from './text/check-translation.ts';
import { findDraft, keepTranslation } from './translation-store.ts';

/**
 * Keeps what an agent wrote along with the translation that is sent. The port of conversations: what it refuses is not sent. Throws
 * `translation.draft_gone`, `translation.unsure` where the score is low and nobody has seen it, and `request.invalid` where the line that tells customers is missing.
 */
export async function keepSent(
  tx: Tx,
  { live }: Pick<Platform, 'live'>,
  { actor, conversation, message, translation: { id, confirmed } }: SentTranslation,
): Promise<void> {
  const draft = await findDraft(tx, { conversationId: conversation.id, id, agentId: actor.id });
  if (!draft) throw fail('translation.draft_gone');
  const end = draft.mark === null ? '' : `\n\n${draft.mark}`;
  if (!message.text.endsWith(end)) throw fail('request.invalid', { field: 'text' });
  const text = message.text.slice(0, message.text.length - end.length);
  const verdict = await judgeDraft(tx, draft, text);
  if (isUnsure(verdict) && !confirmed) throw fail('translation.unsure');
  const kept = await keepTranslation(tx, {
    conversationId: conversation.id,
    messageId: message.id,
    direction: 'out',
    locale: draft.from,
    messageLocale: draft.to,
    text: draft.source,
    score: verdict.score,
    reasons: [...verdict.reasons],
    edited: text !== draft.target,
    provider: draft.provider,
  });
  live.hint(tx, agentTopics(conversation), { type: 'message.translated', translation: kept });
}
