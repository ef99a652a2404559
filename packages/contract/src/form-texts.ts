import { type Locale, languageOf, locales } from './locale.ts';
import { type FieldDefinition, isShippedField, type Network, networks } from './ticket-forms.ts';

/** A text in some languages. */
export type Texts = Readonly<Partial<Record<Locale, string>>>;

/** What the catalogues of the contract say under a key, in the language that is asked for; undefined where they have no such key. */
export type Said = (key: string) => string | undefined;

/** In which order the languages are looked through for a text: the one asked for, its relatives, English, then whatever there is. */
export function fallbackChain(locale: Locale): readonly Locale[] {
  const relatives = locales.filter((it) => languageOf(it) === languageOf(locale));
  return [...new Set<Locale>([locale, ...relatives, 'en', ...locales])];
}

/** The nearest language in which there is a text; null where there is none. */
export function nearestOf(texts: Texts, locale: Locale): Locale | null {
  return fallbackChain(locale).find((it) => texts[it]) ?? null;
}

/** What administrators wrote in this language or a relative of it. */
const written = (texts: Texts, locale: Locale): string | undefined => {
  const nearest = nearestOf(texts, locale);
  return nearest && languageOf(nearest) === languageOf(locale) ? texts[nearest] : undefined;
};

const inAny = (texts: Texts, locale: Locale): string | undefined => {
  const nearest = nearestOf(texts, locale);
  return nearest ? texts[nearest] : undefined;
};

/**
 * What a field is called in a language: as administrators wrote it there; else, of one that came along, as the catalogues have it; else in
 * the nearest language.
 */
export function fieldLabel(
  { key, texts }: Pick<FieldDefinition, 'key' | 'texts'>,
  locale: Locale,
  said: Said,
): string {
  const shipped = isShippedField(key) ? said(`field.${key}`) : undefined;
  return written(texts.label, locale) ?? shipped ?? inAny(texts.label, locale) ?? key;
}

/** What helps to fill a field in; null where nobody wrote anything. */
export function fieldHelp({ texts }: Pick<FieldDefinition, 'texts'>, locale: Locale): string | null {
  return inAny(texts.help, locale) ?? null;
}

/** What one of a field's choices is called in a language; networks call themselves the same everywhere. What nobody knows any more is its value. */
export function choiceLabel(
  { key, type, texts }: Pick<FieldDefinition, 'key' | 'type' | 'texts'>,
  value: string,
  locale: Locale,
  said: Said,
): string {
  if (type === 'network')
    return (
      (Object.hasOwn(networks, value) && networks[value as Network].name) ||
      (said('choice.network.other') ?? value)
    );
  const own = inAny(texts.options[value] ?? {}, locale);
  if (own) return own;
  return (type === 'yes_no' ? said(`choice.yes_no.${value}`) : said(`choice.${key}.${value}`)) ?? value;
}

/** A value as people read it: choices by their names, everything else as it is. */
export function valueText(
  field: Pick<FieldDefinition, 'key' | 'type' | 'texts'>,
  value: string,
  locale: Locale,
  said: Said,
): string {
  switch (field.type) {
    case 'choice':
    case 'network':
    case 'yes_no':
      return choiceLabel(field, value, locale, said);
    case 'choices': {
      const names = value.split(',').map((it) => choiceLabel(field, it, locale, said));
      return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
    }
    default:
      return value;
  }
}
