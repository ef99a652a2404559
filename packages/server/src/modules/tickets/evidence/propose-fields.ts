import { type Category, type FieldKey, formOf, type TicketFields } from '@fairlead/contract';
import type { Entity } from '@fairlead/understanding';
import { Failure } from '../../../platform/fail.ts';
import { filledIn } from '../form-rules.ts';

/**
 * What an entity puts into a ticket's form when it is taken over; empty where the form of the category does not ask for it, or would
 * refuse it beside what it holds.
 */
export function proposeFields(entity: Entity, category: Category, held: TicketFields): TicketFields {
  const { kind, value, asset, network } = entity;
  const asked = (key: FieldKey) =>
    held[key] !== undefined || formOf(category).some((field) => field.key === key);
  if (value === null || !asked(kind)) return {};
  const fields: TicketFields = {
    [kind]: value,
    ...(asset && asked('asset') && { asset }),
    ...(network && asked('network') && { network }),
  };
  try {
    filledIn(category, held, fields, { complete: false });
    return fields;
  } catch (error) {
    if (error instanceof Failure) return {};
    throw error;
  }
}
