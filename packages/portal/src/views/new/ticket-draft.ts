import type { PortalField, TellBy, TicketFields } from '@fairlead/contract';
import { formProblem, tidiedField } from '@fairlead/contract/field-rules';
import { askedOf } from '@fairlead/contract/form-conditions';
import { maximumFieldLength } from '@fairlead/contract/ticket-forms';
import type { Attempt } from '../../data/attempt-key.ts';

/** A ticket that is being written. */
export interface TicketDraft {
  fields: TicketFields;
  subject: string;
  text: string;
  /** How to be told; null for the page only. Undefined until chosen. Not `tellBy`: under that name browsers keep drafts of another shape. */
  telling: TellBy | null | undefined;
  attempt: Attempt | null;
}

export const freshDraft = (): TicketDraft => ({
  fields: {},
  subject: '',
  text: '',
  telling: undefined,
  attempt: null,
});

/** A field as it is checked. */
const checked = ({ choices, ...field }: PortalField) => ({
  ...field,
  choices: choices.map((it) => it.value),
});

/** Nobody is asked twice what happened: the words that begin the thread are the form's description too, as much of them as it takes. */
export const isStory = ({ key }: Pick<PortalField, 'key'>): boolean => key === 'description';

/** All that was filled in. */
export const filledIn = ({ fields, text }: Pick<TicketDraft, 'fields' | 'text'>): TicketFields => ({
  ...fields,
  description: text.trim().slice(0, maximumFieldLength.text).trim(),
});

/** The fields that a form asks for now, and what is wrong with each. */
export function askedFields(form: readonly PortalField[], fields: TicketFields) {
  return askedOf(form, fields).map((field) => ({ field, problem: formProblem(checked(field), fields) }));
}

/** What is sent of the fields: those that are asked for and filled in, tidied. */
export function fieldsToSend(form: readonly PortalField[], fields: TicketFields): TicketFields {
  const filled = askedFields(form, fields).flatMap(({ field }) => {
    const value = tidiedField(checked(field), fields[field.key] ?? '');
    return value === '' ? [] : [[field.key, value] as const];
  });
  return Object.fromEntries(filled);
}

/** What is wrong with a draft besides its fields. */
export function missingIn({ subject, text }: TicketDraft): { subject: boolean; text: boolean } {
  return { subject: subject.trim() === '', text: text.trim() === '' };
}
