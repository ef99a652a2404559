import type { FormField, KnownFields } from './form-book.ts';
import { definitionOf } from './form-book.ts';
import type { FieldClause } from './form-conditions.ts';
import type { Texts } from './form-texts.ts';
import { type FieldDefinition, type FormKey, isShippedField } from './ticket-forms.ts';

/** What can be wrong with a form that is edited: codes of the error catalogue. */
export type FormProblemCode =
  | 'ticket.form_invalid'
  | 'ticket.form_kind_changed'
  | 'ticket.form_agents_only'
  | 'ticket.form_cycle'
  | 'ticket.form_never_shown';

export interface FormProblem {
  readonly code: FormProblemCode;
  readonly key: FormKey;
}

/** Steps in which it is looked for a way to show a field; a form that needs more is too tangled for people as well. */
const mostSteps = 5000;

/**
 * What is wrong with a form as it was edited, by field; empty where it can be asked as it is. A form without problems can be filled in:
 * every field can be shown, and nothing waits for itself. `known` holds the fields that administrators made before: those keep their type. Pure.
 */
export function formProblems(fields: readonly FormField[], known: KnownFields): FormProblem[] {
  const form = fields.map(definitionOf);
  const byKey = new Map(form.map((it) => [it.key, it]));
  return fields.flatMap((field, index): FormProblem[] => {
    const definition = form[index];
    if (!definition) return [];
    const code = problemOf(field, definition, { byKey, fields, known });
    return code ? [{ code, key: field.key }] : [];
  });
}

interface Around {
  readonly byKey: ReadonlyMap<FormKey, FieldDefinition>;
  readonly fields: readonly FormField[];
  readonly known: KnownFields;
}

function problemOf(field: FormField, definition: FieldDefinition, around: Around): FormProblemCode | null {
  const { byKey, fields, known } = around;
  const { key, own, when } = field;
  if (fields.filter((it) => it.key === key).length > 1 || isShippedField(key) !== (own === null))
    return 'ticket.form_invalid';
  if (own && (!isSaid(field.label) || !optionsFit(own))) return 'ticket.form_invalid';
  const before = known[key]?.own?.type;
  if (own && before !== undefined && before !== own.type) return 'ticket.form_kind_changed';
  if (field.agentsOnly && field.required) return 'ticket.form_agents_only';
  if (when === null) return null;
  if (when.of.length === 0 || !when.of.every((clause) => clauseFits(clause, byKey.get(clause.field))))
    return 'ticket.form_invalid';
  if (waitsForItself(key, byKey)) return 'ticket.form_cycle';
  if (!field.agentsOnly && when.of.some((clause) => byKey.get(clause.field)?.agentsOnly))
    return 'ticket.form_agents_only';
  return canBeShown(definition, byKey) ? null : 'ticket.form_never_shown';
}

const isSaid = (texts: Texts) => Object.values(texts).some((text) => text.trim() !== '');

function optionsFit({ type, options }: NonNullable<FormField['own']>): boolean {
  if (type !== 'choice' && type !== 'choices') return options.length === 0;
  const values = new Set(options.map(({ value }) => value));
  return options.length > 0 && values.size === options.length && options.every(({ label }) => isSaid(label));
}

/** A clause asks for anything at all, or for what its field can hold. */
function clauseFits({ is }: FieldClause, of: FieldDefinition | undefined): boolean {
  if (!of) return false;
  if (is === null) return true;
  if (is.length === 0) return false;
  if (of.type === 'asset') return is.every((it) => /^[A-Z0-9]{1,20}$/.test(it));
  return of.choices.length > 0 && is.every((it) => of.choices.includes(it));
}

function waitsForItself(key: FormKey, byKey: Around['byKey']): boolean {
  const seen = new Set<FormKey>();
  const todo = [key];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    for (const { field } of byKey.get(next)?.when?.of ?? []) {
      if (field === key) return true;
      if (!seen.has(field)) todo.push(field);
      seen.add(field);
    }
  }
  return false;
}

/** What a field must hold one of, so that others are shown. */
type Wanted = ReadonlyMap<FormKey, ReadonlySet<string>>;

/** Whether there are answers with which a field is asked for, and so is all that it depends on. */
function canBeShown(field: FieldDefinition, byKey: Around['byKey']): boolean {
  let steps = 0;
  const search = (todo: readonly FormKey[], done: ReadonlySet<FormKey>, wanted: Wanted): boolean => {
    steps += 1;
    if (steps > mostSteps) return false;
    const [next, ...rest] = todo;
    if (next === undefined) return true;
    const when = byKey.get(next)?.when ?? null;
    if (done.has(next) || when === null) return search(rest, done, wanted);
    const passed = new Set([...done, next]);
    const ways = when.match === 'all' ? [when.of] : when.of.map((clause) => [clause]);
    return ways.some((clauses) => {
      const narrowed = clauses.reduce<Wanted | null>(
        (now, clause) => now && narrow(now, clause, byKey),
        wanted,
      );
      return narrowed !== null && search([...rest, ...clauses.map((it) => it.field)], passed, narrowed);
    });
  };
  return search([field.key], new Set(), new Map());
}

function narrow(wanted: Wanted, { field, is }: FieldClause, byKey: Around['byKey']): Wanted | null {
  // Where several things can be chosen, one clause's wish leaves room for another's.
  if (is === null || byKey.get(field)?.type === 'choices') return wanted;
  const before = wanted.get(field);
  const both = new Set(before ? is.filter((it) => before.has(it)) : is);
  return both.size === 0 ? null : new Map([...wanted, [field, both]]);
}
