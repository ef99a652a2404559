import {
  type FormField,
  type FormKey,
  fallbackChain,
  fieldKeys,
  formFieldOf,
  type KnownFields,
  type Locale,
  languageOf,
  locales,
  maximumFormFields,
  type OwnFieldKey,
  type OwnFieldType,
  shippedField,
  type Texts,
} from '@fairlead/contract';

/** Letters that tell keys with the same words apart. */
export type Letters = () => string;

/** Four small letters by chance. */
export const randomLetters: Letters = () =>
  [...crypto.getRandomValues(new Uint8Array(4))].map((it) => String.fromCharCode(97 + (it % 26))).join('');

const slugOf = (words: string, longest: number, signs: RegExp) =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(signs, '_')
    .replaceAll(/_+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .slice(0, longest);

/** The key of a new field: it says something to who reads the API, and is nobody else's. */
export function newFieldKey(name: string, letters: Letters): OwnFieldKey {
  const slug = slugOf(name, 24, /[^a-z]+/g).replaceAll(/^_|_$/g, '');
  return `own_${slug === '' ? 'field' : slug}_${letters()}`;
}

/** The value of a new choice among those that there are. */
export function newOptionValue(name: string, taken: readonly string[], letters: Letters): string {
  const slug = slugOf(name, 20, /[^a-z0-9]+/g);
  return slug !== '' && !taken.includes(slug) ? slug : `${slug === '' ? 'choice' : slug}_${letters()}`;
}

/** A field of their own, as administrators begin it. */
export function newOwnField(
  {
    name,
    type,
    options,
    locale,
  }: { name: string; type: OwnFieldType; options: readonly string[]; locale: Locale },
  letters: Letters,
): FormField {
  const made: Array<{ value: string; label: Texts }> = [];
  for (const text of options) {
    const value = newOptionValue(
      text,
      made.map((it) => it.value),
      letters,
    );
    made.push({ value, label: { [locale]: text } });
  }
  return {
    key: newFieldKey(name, letters),
    required: false,
    toSolve: false,
    agentsOnly: false,
    when: null,
    label: { [locale]: name },
    help: {},
    own: { type, options: made },
  };
}

/** What can be put into a form that it does not ask yet: what came along, and what administrators made for another form or before. */
export function fieldsToAdd(fields: readonly FormField[], known: KnownFields): FormField[] {
  const here = new Set(fields.map((it) => it.key));
  if (fields.length >= maximumFormFields) return [];
  const shipped = fieldKeys.map((key) => formFieldOf(shippedField(key)));
  const own = (Object.entries(known) as Array<[FormKey, KnownFields[FormKey]]>).flatMap(([key, it]) =>
    it?.own ? [{ ...it, key, required: false, toSolve: false, when: null }] : [],
  );
  return [...shipped, ...own].filter((it) => !here.has(it.key));
}

/** A form without a field, and without the conditions that asked for it. */
export function withoutField(fields: readonly FormField[], key: FormKey): FormField[] {
  return fields
    .filter((it) => it.key !== key)
    .map((it) => {
      const left = it.when?.of.filter(({ field }) => field !== key) ?? [];
      if (!it.when || left.length === it.when.of.length) return it;
      return { ...it, when: left.length === 0 ? null : { ...it.when, of: left } };
    });
}

/** A text in one language; without words there is none. */
export function withText(texts: Texts, locale: Locale, text: string): Texts {
  const { [locale]: _, ...others } = texts;
  return text.trim() === '' ? others : { ...others, [locale]: text };
}

/** In which languages people meet a text of another, or none: of those that came along with the field only where it was renamed. */
export function lackingOf(texts: Texts): Locale[] {
  if (Object.keys(texts).length === 0) return [];
  return locales.filter((it) => !texts[it]);
}

/** In which languages a text is looked for before it is found, the one asked for first; null where it is written in that itself, or nowhere. */
export function wayTo(
  texts: Texts,
  locale: Locale,
  shipped: boolean,
): { way: Locale[]; found: Locale | null } | null {
  if (texts[locale]) return null;
  // What came along has a text in every language, which is nearer than another language.
  const chain = fallbackChain(locale).filter((it) => !shipped || languageOf(it) === languageOf(locale));
  const at = chain.findIndex((it) => texts[it]);
  const found = chain[at] ?? null;
  if (found === null && !shipped) return null;
  // Relatives and English are worth to be named; then it is whatever there is.
  const way = chain
    .slice(0, at < 0 ? undefined : at)
    .filter((it) => it === locale || it === 'en' || languageOf(it) === languageOf(locale));
  return { way, found };
}
