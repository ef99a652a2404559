import type { CopilotFate, CopilotFigures, CopilotKind, Locale } from '@fairlead/contract';
import { sql } from 'kysely';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { NewOffer, OfferPlace, OfferRecord } from './offer.ts';

/** Keeps offers, and answers them as they are kept: what was offered before is not offered anew, and what became of it stays. */
export async function keepOffers(
  tx: Tx,
  { conversationId, agentId, seq }: OfferPlace,
  offers: readonly NewOffer[],
): Promise<OfferRecord[]> {
  if (offers.length === 0) return [];
  await tx.sql
    .insertInto('copilot_offers')
    .values(
      offers.map(({ kind, what, locale, said = null, sources = [] }) => ({
        id: newId(tx.now.getTime()),
        conversation_id: conversationId,
        agent_id: agentId,
        seq,
        kind,
        what,
        locale,
        said,
        sources: JSON.stringify(sources),
        made_at: tx.now,
      })),
    )
    .onConflict((of) => of.columns(['conversation_id', 'agent_id', 'seq', 'kind', 'what']).doNothing())
    .execute();
  return listOffers(tx, { conversationId, agentId, seq });
}

/** What was offered to an agent in answer to a message. */
async function listOffers(
  reader: Reader,
  { conversationId, agentId, seq }: OfferPlace,
): Promise<OfferRecord[]> {
  const rows = await reader.sql
    .selectFrom('copilot_offers')
    .select(['id', 'kind', 'what', 'said', 'fate'])
    .where('conversation_id', '=', conversationId)
    .where('agent_id', '=', agentId)
    .where('seq', '=', seq)
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as CopilotKind,
    fate: row.fate as CopilotFate | null,
  }));
}

/** Those of an agent's offers in a conversation. */
export async function findOffers(
  reader: Reader,
  { conversationId, agentId }: Omit<OfferPlace, 'seq'>,
  ids: readonly string[],
): Promise<Map<string, OfferRecord>> {
  const rows = await reader.sql
    .selectFrom('copilot_offers')
    .select(['id', 'kind', 'what', 'said', 'fate'])
    .where('conversation_id', '=', conversationId)
    .where('agent_id', '=', agentId)
    .where('id', '=', (of) => of.fn.any(of.val(ids as string[])))
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, kind: row.kind as CopilotKind, fate: row.fate as CopilotFate | null },
    ]),
  );
}

/** Notes what became of an offer; null: it came on a screen. What became a message stays so. */
export async function saveFate(
  tx: Tx,
  id: string,
  fate: { fate: CopilotFate; editedShare?: number; messageId?: string } | null,
): Promise<void> {
  await tx.sql
    .updateTable('copilot_offers')
    .set((of) => ({
      shown_at: of.fn.coalesce('shown_at', of.val(tx.now)),
      ...(fate && {
        fate: fate.fate,
        edited_share: fate.editedShare ?? null,
        message_id: fate.messageId ?? null,
        decided_at: tx.now,
      }),
    }))
    .where('id', '=', id)
    .where('message_id', 'is', null)
    .execute();
}

/** How what was on screens since a moment went, by kind and language, what was offered most first. */
export async function readFigures(reader: Reader, since: Date): Promise<CopilotFigures[]> {
  const fate = (name: CopilotFate) => sql<number>`count(*) filter (where fate = ${name})`;
  const rows = await reader.sql
    .selectFrom('copilot_offers')
    .select((of) => [
      'kind',
      'locale',
      of.fn.countAll<number>().as('offered'),
      fate('accepted').as('accepted'),
      fate('edited').as('edited'),
      fate('rejected').as('rejected'),
      sql<number | null>`avg(edited_share)`.as('editedShare'),
    ])
    .where('made_at', '>=', since)
    .where('shown_at', 'is not', null)
    .groupBy(['kind', 'locale'])
    .orderBy('offered', 'desc')
    .orderBy('kind')
    .orderBy('locale')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as CopilotKind, locale: row.locale as Locale }));
}

/** Forgets what was offered before a moment. */
export async function deleteOffersBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.sql.deleteFrom('copilot_offers').where('made_at', '<', moment).execute();
}

/** The flows that agents had run in a conversation, oldest first: in answer to which message, and what came of each. */
export async function listFlowsAsked(
  reader: Reader,
  conversationId: string,
): Promise<Array<{ seq: number; flow: string; outcome: string; at: Date }>> {
  const rows = await reader.sql
    .selectFrom('copilot_offers')
    .select(['seq', 'what', 'made_at'])
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', 'draft')
    .where('what', 'like', 'flow:%')
    .orderBy('made_at')
    .execute();
  return rows.map(({ seq, what, made_at: at }) => {
    const [, flow = '', outcome = ''] = what.split(':');
    return { seq, flow, outcome, at };
  });
}
