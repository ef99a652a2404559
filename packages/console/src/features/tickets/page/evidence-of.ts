import {
  type Category,
  choicesOf,
  type FieldDefinition,
  type FieldKey,
  fieldKeys,
  fieldTypeOf,
  formOf,
  isAsked,
  type TicketFields,
} from '@fairlead/contract';

/** A field on a ticket's page. */
export interface EvidenceField extends FieldDefinition {
  /** Asked for by an earlier category, and kept. */
  kept: boolean;
}

/** What a ticket's page asks for: the form of its category, and below what is held besides. */
export function evidenceOf(category: Category, values: TicketFields): EvidenceField[] {
  const asked = formOf(category).filter(
    (field) => isAsked(field, values as Record<string, string>) || values[field.key] !== undefined,
  );
  const kept = fieldKeys.filter(
    (key) => values[key] !== undefined && !asked.some((field) => field.key === key),
  );
  return [...asked.map((field) => ({ ...field, kept: false })), ...kept.map(keptField)];
}

const keptField = (key: FieldKey): EvidenceField => ({
  key,
  type: fieldTypeOf(key),
  required: false,
  choices: choicesOf(key),
  when: null,
  kept: true,
});
