import { chosenIn, type FieldCondition } from './form-conditions.ts';
import type { Texts } from './form-texts.ts';
import { type Category, categories, topCategoryOf } from './ticket-categories.ts';
import {
  type FieldDefinition,
  type FieldKey,
  type FieldType,
  type FormKey,
  isShippedField,
  type OwnFieldKey,
  shippedField,
  shippedFormsOf,
} from './ticket-forms.ts';

/** The types of which administrators can make fields of their own. */
export const ownFieldTypes = [
  'line',
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'yes_no',
  'amount',
  'txid',
  'address',
  'url',
] as const satisfies readonly FieldType[];
export type OwnFieldType = (typeof ownFieldTypes)[number];

/** What administrators made up: how it is checked, and what there is to choose. */
export interface OwnField {
  readonly type: OwnFieldType;
  readonly options: Array<{ readonly value: string; readonly label: Texts }>;
}

/** A field as administrators edit it, and as it is kept. */
export interface FormField {
  readonly key: FormKey;
  readonly required: boolean;
  readonly toSolve: boolean;
  readonly agentsOnly: boolean;
  readonly when: FieldCondition | null;
  readonly label: Texts;
  readonly help: Texts;
  /** Null for what came along. */
  readonly own: OwnField | null;
}

/** A field as it was last, wherever it stood. */
export type KnownField = Pick<FormField, 'label' | 'help' | 'own' | 'agentsOnly'>;
/** Fields that administrators ever made, and those that they ever kept from customers. */
export type KnownFields = { readonly [key in FormKey]?: KnownField };

/** The one source of what tickets are asked: shipped forms, with what administrators made of them. */
export interface FormBook {
  /** The form of a category: its own, or that of its upper level. */
  formOf(category: Category): readonly FieldDefinition[];
  /** A field by its key, best as the category asks for it, else as another does or did; null for what never was one. */
  fieldOf(key: string, category?: Category): FieldDefinition | null;
  /** Whether customers may not see what a ticket of a category holds in a field: as its form says, else where any form said so. */
  isHidden(key: string, category: Category): boolean;
}

const valuesOf = ({ type, options }: OwnField): readonly string[] =>
  type === 'yes_no' ? ['yes', 'no'] : options.map((it) => it.value);

/** A field as it is edited, made whole. */
export function definitionOf({ key, own, label, help, ...field }: FormField): FieldDefinition {
  const base = own
    ? { key, type: own.type, choices: valuesOf(own) }
    : shippedField(key as FieldKey, field.required, field.when);
  const options = Object.fromEntries((own?.options ?? []).map((it) => [it.value, it.label]));
  return { ...base, ...field, texts: { label, help, options } };
}

/** A whole field as it is edited: the way back from `definitionOf`. */
export function formFieldOf({
  key,
  type,
  choices,
  texts,
  required,
  toSolve,
  agentsOnly,
  when,
}: FieldDefinition): FormField {
  const options =
    type === 'yes_no' ? [] : choices.map((value) => ({ value, label: texts.options[value] ?? {} }));
  const own = isShippedField(key) ? null : { type: type as OwnFieldType, options };
  const { label, help } = texts;
  return { key, required, toSolve, agentsOnly, when, label, help, own };
}

/** The form that a category has where nobody edited it: its own, or that of its upper level, which may be edited. */
function unedited(category: Category, edited: (it: Category) => readonly FieldDefinition[] | undefined) {
  const { own, upper } = shippedFormsOf(category);
  return own ?? edited(topCategoryOf(category)) ?? upper;
}

/** Puts shipped and edited forms together. `known` tells of fields that stand in no form any more. */
export function makeFormBook(
  edited: Partial<Record<Category, readonly FormField[]>>,
  known: KnownFields = {},
): FormBook {
  const own = new Map(
    Object.entries(edited).map(([category, fields]) => [category as Category, fields.map(definitionOf)]),
  );
  const forms = new Map(
    categories.map((it) => [it, own.get(it) ?? unedited(it, (upper) => own.get(upper))] as const),
  );
  const formOf = (category: Category) => forms.get(category) ?? [];
  const anywhere = new Map<string, FieldDefinition>();
  for (const form of own.values())
    for (const field of form) if (!isShippedField(field.key)) anywhere.set(field.key, field);
  const fieldOf = (key: string, category?: Category): FieldDefinition | null => {
    const asked = category && formOf(category).find((it) => it.key === key);
    const past = pastOf(key);
    const found =
      asked ??
      (isShippedField(key) ? shippedField(key) : anywhere.get(key)) ??
      (past && definitionOf({ ...past, ...nothingAsked, key: key as OwnFieldKey }));
    return found ? { ...found, texts: withPast(found, past) } : null;
  };
  const pastOf = (key: string) => (Object.hasOwn(known, key) ? known[key as FormKey] : undefined);
  const isHidden = (key: string, category: Category) => {
    const asked = formOf(category).find((it) => it.key === key);
    return asked?.agentsOnly ?? pastOf(key)?.agentsOnly ?? false;
  };
  return { formOf, fieldOf, isHidden };
}

const nothingAsked = { required: false, toSolve: false, when: null };

/** Choices that a field no longer offers keep their names, for tickets in which they were chosen. */
function withPast(
  { texts }: FieldDefinition,
  past: Pick<FormField, 'own'> | undefined,
): FieldDefinition['texts'] {
  if (!past?.own) return texts;
  const before = Object.fromEntries(past.own.options.map((it) => [it.value, it.label]));
  return { ...texts, options: { ...before, ...texts.options } };
}

/** The forms as they came along. */
export const shippedBook: FormBook = makeFormBook({});

/** What is known of administrators' fields after a form was saved: choices that are gone stay known. Pure. */
export function knownAfter(before: KnownFields, fields: readonly FormField[]): KnownFields {
  const now = fields.flatMap(({ key, label, help, own, agentsOnly }): Array<[FormKey, KnownField]> => {
    if (own === null) return agentsOnly || before[key] ? [[key, { label, help, own, agentsOnly }]] : [];
    const here = new Set(own.options.map((it) => it.value));
    const gone = before[key]?.own?.options.filter((it) => !here.has(it.value)) ?? [];
    return [[key, { label, help, own: { ...own, options: [...own.options, ...gone] }, agentsOnly }]];
  });
  return { ...before, ...Object.fromEntries(now) };
}

/** A value of a field in which several things are chosen, in the order in which they are offered; what is not offered stays, so that it is refused. */
export function inOrder(value: string, choices: readonly string[]): string {
  const chosen = new Set(chosenIn(value).map((it) => it.trim()));
  const offered = choices.filter((it) => chosen.delete(it));
  return [...offered, ...chosen].filter((it) => it !== '').join(',');
}
