import type { Category, FieldKey, FormBook, TicketFields } from '@fairlead/contract';
import type { Entity } from '@fairlead/understanding';
import { Failure } from '../../../platform/fail.ts';
import { filledIn } from '../forms/form-rules.ts';

/**
 * What an entity puts into a ticket's form when it is taken over; empty where the form of the category does not ask for it, or would
 * refuse it beside what it holds.
 */
export function proposeFields(
  book: FormBook,
  entity: Entity,
  category: Category,
  held: TicketFields,
): TicketFields {
  const { kind, value, asset, network } = entity;
  const asked = (key: FieldKey) =>
    held[key] !== undefined || book.formOf(category).some((field) => field.key === key);
  if (value === null || !asked(kind)) return {};
  const fields: TicketFields = {
    [kind]: value,
    ...(asset && asked('asset') && { asset }),
    ...(network && asked('network') && { network }),
  };
  try {
    filledIn(book, category, held, fields, { by: 'agent' });
    return fields;
  } catch (error) {
    if (error instanceof Failure) return {};
    throw error;
  }
}
