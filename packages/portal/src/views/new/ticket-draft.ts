import type { TicketFields } from '@fairlead/contract';
import { formProblem, tidiedField } from '@fairlead/contract/field-rules';
import type { Category } from '@fairlead/contract/ticket-categories';
import { formOf, isAsked } from '@fairlead/contract/ticket-forms';
import type { Attempt } from '../../data/attempt-key.ts';

/** A ticket that is being written. */
export interface TicketDraft {
  fields: TicketFields;
  subject: string;
  text: string;
  /** Where to be told; null for the page only. Undefined until chosen. */
  tellBy: string | null | undefined;
  attempt: Attempt | null;
}

export const freshDraft = (): TicketDraft => ({
  fields: {},
  subject: '',
  text: '',
  tellBy: undefined,
  attempt: null,
});

/** The fields that the form of a category asks for now, and what is wrong with each. */
export function askedFields(category: Category, fields: TicketFields) {
  return formOf(category)
    .filter((field) => isAsked(field, fields))
    .map((field) => ({ field, problem: formProblem(field, fields) }));
}

/** What is sent of the fields: those that are asked for and filled in, tidied. */
export function fieldsToSend(category: Category, fields: TicketFields): TicketFields {
  const filled = askedFields(category, fields).flatMap(({ field: { key } }) => {
    const value = tidiedField(key, fields[key] ?? '');
    return value === '' ? [] : [[key, value] as const];
  });
  return Object.fromEntries(filled);
}

/** What is wrong with a draft besides its fields. */
export function missingIn({ subject, text }: TicketDraft): { subject: boolean; text: boolean } {
  return { subject: subject.trim() === '', text: text.trim() === '' };
}
