import type { FieldDefinition, FormKey } from './ticket-forms.ts';

/** What a field asks of another: to hold one of `is`, of several chosen at least one of them; or, where `is` is null, anything at all. */
export interface FieldClause {
  readonly field: FormKey;
  readonly is: string[] | null;
}

/** When a field is asked for: while all of its clauses hold, or any. */
export interface FieldCondition {
  readonly match: 'all' | 'any';
  readonly of: FieldClause[];
}

/** What a form holds, by field. */
export type FormValues = { readonly [key in FormKey]?: string | undefined };

/** What was chosen in a field in which several things can be. */
export const chosenIn = (value: string): string[] => value.split(',').filter((it) => it !== '');

/**
 * The fields of a form that are asked for, given what it holds. What stands in a field that is not asked for counts for nothing, so that an
 * answer nobody sees shows no other field. Fields that wait for each other are not asked for.
 */
export function askedOf<F extends Pick<FieldDefinition, 'key' | 'type' | 'when'>>(
  form: readonly F[],
  values: FormValues,
): readonly F[] {
  const byKey = new Map(form.map((field) => [field.key, field]));
  const known = new Map<FormKey, boolean>();
  const isAsked = (key: FormKey): boolean => {
    const before = known.get(key);
    if (before !== undefined) return before;
    // Until it is known; so a circle ends.
    known.set(key, false);
    const field = byKey.get(key);
    const asked = field !== undefined && (field.when === null || holds(field.when));
    known.set(key, asked);
    return asked;
  };
  const holds = ({ match, of }: FieldCondition): boolean =>
    match === 'all' ? of.every(clauseHolds) : of.some(clauseHolds);
  const clauseHolds = ({ field, is }: FieldClause): boolean => {
    const value = values[field] ?? '';
    if (value === '' || !isAsked(field)) return false;
    if (is === null) return true;
    const held = byKey.get(field)?.type === 'choices' ? chosenIn(value) : [value];
    return held.some((it) => is.includes(it));
  };
  return form.filter(({ key }) => isAsked(key));
}
