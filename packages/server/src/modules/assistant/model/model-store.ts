import {
  type AssistantModel,
  assistantModel,
  defaultLocale,
  type ModelCall as ModelCallView,
  modelDropReason,
  modelOutcome,
  modelProvider,
} from '@fairlead/contract';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import type { AssistantModelCalls } from '../../../platform/database/database-types.ts';
import type { ModelCall } from './answer-writer.ts';
import { citedSentences } from './cited-sentences.ts';

/** The model as it is set up; its key as it is kept. */
export interface KeptModel extends AssistantModel {
  readonly sealedKey: string | null;
}

export async function readModel(reader: Reader): Promise<KeptModel | undefined> {
  const row = await reader.sql.selectFrom('assistant_model').selectAll().executeTakeFirst();
  if (!row) return undefined;
  const model = assistantModel.parse({
    on: row.active,
    provider: row.provider,
    url: row.url,
    model: row.model,
    seconds: row.seconds,
    tokensPerCustomer: row.tokens_per_customer,
    tokensPerDay: row.tokens_per_day,
    embeddings: row.embeddings,
  });
  return { ...model, sealedKey: row.key };
}

export async function putModel(tx: Tx, it: KeptModel): Promise<void> {
  const row = {
    active: it.on,
    provider: it.provider,
    url: it.url,
    model: it.model,
    key: it.sealedKey,
    seconds: it.seconds,
    tokens_per_customer: it.tokensPerCustomer,
    tokens_per_day: it.tokensPerDay,
    embeddings: it.embeddings,
    updated_at: tx.now,
  };
  await tx.sql
    .insertInto('assistant_model')
    .values(row)
    .onConflict((of) => of.column('only_one').doUpdateSet(row))
    .execute();
}

/** Keeps what came of asking a model, for a turn or for somebody who tried it. Answers its id. */
export async function insertCall(
  tx: Tx,
  turn: { conversationId: string; seq: number } | null,
  call: ModelCall,
): Promise<string> {
  const id = newId(tx.now.getTime());
  await tx.sql
    .insertInto('assistant_model_calls')
    .values({
      id,
      conversation_id: turn?.conversationId ?? null,
      seq: turn?.seq ?? null,
      spender_id: call.spenderId,
      provider: call.provider,
      model: call.model,
      outcome: call.outcome,
      milliseconds: call.milliseconds,
      input_tokens: call.inputTokens,
      output_tokens: call.outputTokens,
      prompt: call.prompt,
      answer: call.answer,
      dropped: JSON.stringify(call.dropped),
      created_at: tx.now,
    })
    .execute();
  return id;
}

const drops = z.array(z.object({ text: z.string(), reason: modelDropReason }));

/** How often a model was asked for a turn, and what came of it: the first one first. */
export async function listCalls(reader: Reader, conversationId: string, seq: number) {
  const rows = await reader.sql
    .selectFrom('assistant_model_calls')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('seq', '=', seq)
    .orderBy('created_at')
    .execute();
  return rows.map(viewOf);
}

/** One of them, and the conversation that it belongs to; null for a trial. */
export async function findCall(reader: Reader, id: string) {
  const row = await reader.sql
    .selectFrom('assistant_model_calls')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { conversationId: row.conversation_id, call: viewOf(row) };
}

function viewOf(row: Selectable<AssistantModelCalls>): ModelCallView {
  const dropped = drops.parse(row.dropped);
  const reasons = new Map(dropped.map((it) => [it.text, it.reason]));
  return {
    id: row.id,
    at: row.created_at.toISOString(),
    provider: modelProvider.parse(row.provider),
    model: row.model,
    outcome: modelOutcome.parse(row.outcome),
    milliseconds: row.milliseconds,
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    prompt: row.prompt,
    answer: row.answer,
    dropped,
    sentences: citedSentences(row.answer, defaultLocale).map(({ said, cites }) => ({
      text: said,
      cites: [...cites],
      dropped: reasons.get(said) ?? null,
    })),
  };
}

/** Tokens since a moment: of all, or of one who spends them. */
export async function tokensSince(reader: Reader, since: Date, spenderId?: string): Promise<number> {
  const { tokens } = await reader.sql
    .selectFrom('assistant_model_calls')
    .select(sql<number>`coalesce(sum(input_tokens + output_tokens), 0)::bigint`.as('tokens'))
    .where('created_at', '>=', since)
    .$if(spenderId !== undefined, (of) => of.where('spender_id', '=', spenderId ?? ''))
    .executeTakeFirstOrThrow();
  return tokens;
}

export async function deleteCallsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.sql.deleteFrom('assistant_model_calls').where('created_at', '<', before).execute();
}
