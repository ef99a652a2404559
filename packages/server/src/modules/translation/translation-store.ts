import {
  type Locale,
  locale,
  type MessageTranslation,
  messageTranslation,
  translationProvider,
  translationReason,
} from '@fairlead/contract';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '../../platform/database/database.ts';
import type { MessageTranslations, TranslationDrafts } from '../../platform/database/database-types.ts';
import type { Verdict } from './text/check-translation.ts';

/** A reply that was translated and perhaps sent. */
export interface DraftRecord extends Verdict {
  readonly conversationId: string;
  readonly id: string;
  readonly agentId: string;
  readonly source: string;
  readonly from: Locale;
  readonly target: string;
  readonly to: Locale;
  readonly back: string | null;
  readonly replies: MessageTranslation['replies'];
  readonly mark: string | null;
  readonly provider: MessageTranslation['provider'];
  readonly glossaryVersion: number;
  readonly whole: boolean;
}

const reasons = z.array(translationReason);
const replies = messageTranslation.shape.replies;

export async function insertDraft(tx: Tx, it: DraftRecord): Promise<void> {
  await tx.sql
    .insertInto('translation_drafts')
    .values({
      conversation_id: it.conversationId,
      id: it.id,
      agent_id: it.agentId,
      source: it.source,
      source_locale: it.from,
      target: it.target,
      target_locale: it.to,
      back: it.back,
      replies: JSON.stringify(it.replies),
      mark: it.mark,
      provider: it.provider,
      glossary_version: it.glossaryVersion,
      whole: it.whole,
      score: it.score,
      reasons: [...it.reasons],
      created_at: tx.now,
    })
    .execute();
}

/** One of an agent's own. */
export async function findDraft(
  reader: Reader,
  place: { conversationId: string; id: string; agentId: string },
): Promise<DraftRecord | undefined> {
  const row = await reader.sql
    .selectFrom('translation_drafts')
    .selectAll()
    .where('conversation_id', '=', place.conversationId)
    .where('id', '=', place.id)
    .where('agent_id', '=', place.agentId)
    .executeTakeFirst();
  return row && draftOf(row);
}

export async function deleteDraftsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('translation_drafts').where('created_at', '<', before).execute();
}

const draftOf = (row: Selectable<TranslationDrafts>): DraftRecord => ({
  conversationId: row.conversation_id,
  id: row.id,
  agentId: row.agent_id,
  source: row.source,
  from: locale.parse(row.source_locale),
  target: row.target,
  to: locale.parse(row.target_locale),
  replies: replies.parse(row.replies),
  back: row.back,
  mark: row.mark,
  provider: translationProvider.parse(row.provider),
  glossaryVersion: row.glossary_version,
  whole: row.whole,
  score: rounded(row.score),
  reasons: reasons.parse(row.reasons),
});

/** Keeps the other text of a message; the first one stays. Answers what is kept. */
export async function keepTranslation(
  tx: Tx,
  it: Omit<MessageTranslation, 'at'>,
): Promise<MessageTranslation> {
  await tx.sql
    .insertInto('message_translations')
    .values({
      conversation_id: it.conversationId,
      message_id: it.messageId,
      direction: it.direction,
      locale: it.locale,
      message_locale: it.messageLocale,
      body: it.text,
      score: it.score,
      reasons: it.reasons,
      replies: JSON.stringify(it.replies),
      edited: it.edited,
      provider: it.provider,
      created_at: tx.now,
    })
    .onConflict((of) => of.doNothing())
    .execute();
  const kept = await findTranslation(tx, it.conversationId, it.messageId, it.locale);
  if (!kept) throw new Error('a translation that was just kept is not there');
  return kept;
}

export async function findTranslation(
  reader: Reader,
  conversationId: string,
  messageId: string,
  to: Locale,
): Promise<MessageTranslation | undefined> {
  const row = await reader.sql
    .selectFrom('message_translations')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('message_id', '=', messageId)
    .where('locale', '=', to)
    .executeTakeFirst();
  return row && viewOf(row);
}

export async function listTranslations(
  reader: Reader,
  conversationId: string,
): Promise<MessageTranslation[]> {
  const rows = await reader.sql
    .selectFrom('message_translations')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at')
    .limit(2000)
    .execute();
  return rows.map(viewOf);
}

const viewOf = (row: Selectable<MessageTranslations>): MessageTranslation => ({
  conversationId: row.conversation_id,
  messageId: row.message_id,
  direction: row.direction === 'out' ? 'out' : 'in',
  locale: locale.parse(row.locale),
  messageLocale: locale.parse(row.message_locale),
  text: row.body,
  score: rounded(row.score),
  reasons: reasons.parse(row.reasons),
  replies: replies.parse(row.replies),
  edited: row.edited,
  provider: translationProvider.parse(row.provider),
  at: row.created_at.toISOString(),
});

/** What an agent wrote where the customer chose this answer from those that a translated reply offered; undefined where they chose none. */
export async function findChosen(
  reader: Reader,
  conversationId: string,
  text: string,
  to: Locale,
): Promise<Pick<MessageTranslation, 'text' | 'provider' | 'messageLocale'> | undefined> {
  const rows = await reader.sql
    .selectFrom('message_translations')
    .select(['replies', 'provider', 'message_locale'])
    .where('conversation_id', '=', conversationId)
    .where('direction', '=', 'out')
    .where('locale', '=', to)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  for (const row of rows) {
    const chosen = replies.parse(row.replies).find((it) => it.text === text.trim());
    if (chosen)
      return {
        text: chosen.said,
        provider: translationProvider.parse(row.provider),
        messageLocale: locale.parse(row.message_locale),
      };
  }
  return undefined;
}

/** The database keeps it less exactly. */
const rounded = (score: number): number => Math.round(score * 100) / 100;
