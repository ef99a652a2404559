import type { Locale } from '@fairlead/contract';
import type { Tx } from '../../platform/database/database.ts';
import { fail } from '../../platform/fail.ts';
import type { Platform } from '../../platform/platform.ts';
import { agentTopics, type SentTranslation, type TranslatedReply } from '../conversations/index.ts';
import { judgeDraft } from './draft-reply.ts';
import { isUnsure } from './text/check-translation.ts';
import { type DraftRecord, findDraft, keepTranslation } from './translation-store.ts';

/** A console of an earlier release writes the line that tells customers into the text. */
const lineOf = ({ mark }: DraftRecord): string => (mark === null ? '' : `\n\n${mark}`);
const saysSo = (draft: DraftRecord, text: string): boolean =>
  draft.mark !== null && text.endsWith(lineOf(draft));

/**
 * The language that a reply was written in, where the policy is to tell customers that it is a translation and its text does not say so itself; null
 * otherwise. The port of conversations: throws `translation.draft_gone`.
 */
export async function translatedFrom(
  tx: Tx,
  { agentId, conversationId, text, translationId }: TranslatedReply,
): Promise<Locale | null> {
  const draft = await findDraft(tx, { conversationId, id: translationId, agentId });
  if (!draft) throw fail('translation.draft_gone');
  return draft.mark === null || saysSo(draft, text) ? null : draft.from;
}

/**
 * Keeps what an agent wrote along with the translation that is sent. The port of conversations: what it refuses is not sent. Throws
 * `translation.draft_gone`, and `translation.unsure` where the score is low and nobody has seen it.
 */
export async function keepSent(
  tx: Tx,
  { live }: Pick<Platform, 'live'>,
  { actor, conversation, message, translation: { id, confirmed } }: SentTranslation,
): Promise<void> {
  const draft = await findDraft(tx, { conversationId: conversation.id, id, agentId: actor.id });
  if (!draft) throw fail('translation.draft_gone');
  const text = saysSo(draft, message.text)
    ? message.text.slice(0, message.text.length - lineOf(draft).length)
    : message.text;
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
    replies: repliesOf(draft, message.quickReplies),
    edited: text !== draft.target,
    provider: draft.provider,
  });
  live.hint(tx, agentTopics(conversation), { type: 'message.translated', translation: kept });
}

/** What was offered, each with what the agent wrote: by its place where they are as many as were translated, else by its words. */
function repliesOf({ replies }: DraftRecord, offered: readonly string[]): DraftRecord['replies'] {
  return offered.map((text, at) => {
    const same = replies.length === offered.length ? replies[at] : replies.find((it) => it.text === text);
    return { said: same?.said ?? text, text };
  });
}
