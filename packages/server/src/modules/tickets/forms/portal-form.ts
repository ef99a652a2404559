import {
  type Category,
  choiceLabel,
  type FieldDefinition,
  type FormBook,
  type FormKey,
  fieldHelp,
  fieldLabel,
  isShippedField,
  type KnownFields,
  type Locale,
  type PortalField,
} from '@fairlead/contract';
import { customersForm } from './form-rules.ts';
import { saidIn } from './said-in.ts';

/**
 * What a category asks a customer, in their language; and what administrators made besides, by which older tickets may be read, unless
 * it is not for customers' eyes. Pure.
 */
export function portalForm(
  book: FormBook,
  known: KnownFields,
  category: Category,
  locale: Locale,
): { fields: PortalField[]; others: PortalField[] } {
  const form = customersForm(book.formOf(category));
  const here = new Set<string>(form.map((it) => it.key));
  const besides = (Object.keys(known) as FormKey[]).filter(
    (key) => !here.has(key) && !isShippedField(key) && !book.isHidden(key, category),
  );
  return {
    // With what it once offered too, so that it can be read; what it offers now stands first.
    fields: form.map((it) => inLanguage(it, it.choices, locale)),
    others: besides.flatMap((key) => {
      const field = book.fieldOf(key, category);
      return field ? [inLanguage(field, Object.keys(field.texts.options), locale)] : [];
    }),
  };
}

function inLanguage(field: FieldDefinition, choices: readonly string[], locale: Locale): PortalField {
  const said = saidIn(locale);
  const { key, type, required, when } = field;
  return {
    key,
    type,
    label: fieldLabel(field, locale, said),
    help: fieldHelp(field, locale),
    required,
    choices: choices.map((value) => ({ value, label: choiceLabel(field, value, locale, said) })),
    when: when && {
      match: when.match,
      of: when.of.map(({ field: of, is }) => ({ field: of, is: is && [...is] })),
    },
  };
}
