import { type Category, type FormField, formProblems, knownAfter, type TicketForm } from '@fairlead/contract';
import type { AgentActor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/crypto/ids.ts';
import type { Reader, Tx } from '../../../platform/database/database.ts';
import { fail } from '../../../platform/fail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readAgentCards } from '../../people/index.ts';
import { type FormRecord, holdForms, insertForm } from './form-store.ts';
import { noteFormTexts } from './form-texts.ts';
import { readForms } from './read-forms.ts';

/**
 * An administrator changes what tickets of a category are asked; `fields: null` puts the form back to how it came along. Tickets keep what they
 * hold. Agents' pages hear of it. Throws `ticket.form_changed` where somebody was quicker, and what is wrong with the form, with the field.
 */
export async function saveForm(
  tx: Tx,
  { live }: Pick<Platform, 'live'>,
  actor: AgentActor,
  category: Category,
  { version, fields }: { version: number; fields: readonly FormField[] | null },
): Promise<FormRecord> {
  await holdForms(tx);
  const { forms, known } = await readForms(tx);
  const before = forms.find((it) => it.category === category);
  if ((before?.version ?? 0) !== version) throw fail('ticket.form_changed');
  const [problem] = formProblems(fields ?? [], known);
  if (problem) throw fail(problem.code, { field: problem.key });
  const record: FormRecord = {
    category,
    version: version + 1,
    fields,
    changedBy: actor.id,
    changedAt: tx.now,
  };
  await insertForm(tx, { ...record, id: newId(tx.now.getTime()), known: knownAfter(known, fields ?? []) });
  await noteFormTexts(tx, before, record);
  live.hint(tx, ['agents'], { type: 'ticket_form.changed', category });
  return record;
}

/** Forms as administrators see them. */
export async function presentForms(reader: Reader, forms: readonly FormRecord[]): Promise<TicketForm[]> {
  const cards = await readAgentCards(reader, [...new Set(forms.flatMap((it) => it.changedBy ?? []))]);
  return forms.map(({ category, version, fields, changedAt, changedBy }) => ({
    category,
    version,
    fields: fields && [...fields],
    changedAt: changedAt.toISOString(),
    changedBy: changedBy ? { id: changedBy, name: cards.get(changedBy)?.name ?? '' } : null,
  }));
}
