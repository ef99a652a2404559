import {
  askedOf,
  type Category,
  type FieldDefinition,
  type FormBook,
  type FormKey,
  type TicketFields,
} from '@fairlead/contract';

/** A field on a ticket's page. */
export interface EvidenceField extends FieldDefinition {
  /** Asked for by an earlier category, and kept. */
  kept: boolean;
}

/** What a ticket's page asks for: the form of its category, and below what is held besides. */
export function evidenceOf(book: FormBook, category: Category, values: TicketFields): EvidenceField[] {
  const form = book.formOf(category);
  const asked = askedOf(form, values);
  const shown = form.filter((field) => asked.includes(field) || values[field.key] !== undefined);
  const kept = (Object.keys(values) as FormKey[])
    .filter((key) => values[key] !== undefined && !shown.some((field) => field.key === key))
    .flatMap((key) => book.fieldOf(key, category) ?? []);
  return [
    ...shown.map((field) => ({ ...field, kept: false })),
    ...kept.map((field) => ({ ...field, required: false, toSolve: false, when: null, kept: true })),
  ];
}
