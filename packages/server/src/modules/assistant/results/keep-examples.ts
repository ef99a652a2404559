import { type ExampleBody, maximumExamples } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import { findArticle } from '../../helpcenter/index.ts';
import type { ExampleRecord } from './example.ts';
import { setOf } from './example-sets.ts';
import { countExamples, deleteExample, findExample, insertExamples, updateExample } from './example-store.ts';

/** Keeps an example in a set, or else in the usual one. Throws `request.not_found`, `assistant.examples_full`, `assistant.example_kept` or `assistant.article_unknown`. */
export async function keepExample(
  tx: Tx,
  actor: AgentActor,
  { setId, ...body }: ExampleBody & { setId?: string | undefined },
): Promise<ExampleRecord> {
  await requireArticles(tx, body);
  const set = await setOf(tx, setId);
  const record = { id: newId(), setId: set.id, ...body, authorId: actor.id, createdAt: tx.now };
  if ((await keepAll(tx, [record])) === 0) throw fail('assistant.example_kept');
  return record;
}

/** Keeps what is not kept yet and answers how many that were: all of them or none. Throws `assistant.examples_full`. */
export async function keepAll(tx: Tx, records: readonly ExampleRecord[]): Promise<number> {
  const before = await countExamples(tx);
  const added = await insertExamples(tx, records);
  if (added > 0 && before + added > maximumExamples)
    throw fail('assistant.examples_full', { maximum: maximumExamples });
  return added;
}

/** Throws `request.not_found`, `assistant.example_kept` or `assistant.article_unknown`. */
export async function changeExample(
  tx: Tx,
  id: string,
  { setId, ...body }: ExampleBody & { setId?: string | undefined },
): Promise<ExampleRecord> {
  const before = await findExample(tx, id);
  if (!before) throw fail('request.not_found');
  await requireArticles(tx, body);
  const set = setId === undefined ? before.setId : (await setOf(tx, setId)).id;
  const after = { ...before, ...body, setId: set };
  if (!(await updateExample(tx, after))) throw fail('assistant.example_kept');
  return after;
}

/** Throws `request.not_found`. */
export async function removeExample(tx: Tx, id: string): Promise<void> {
  if (!(await deleteExample(tx, id))) throw fail('request.not_found');
}

async function requireArticles(tx: Tx, { expect }: ExampleBody): Promise<void> {
  for (const id of expect.articles)
    if (!(await findArticle(tx, id))) throw fail('assistant.article_unknown', { article: id });
}
