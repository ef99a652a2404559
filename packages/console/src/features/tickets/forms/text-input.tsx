import { directionOf, type Locale, localeNames, type Texts } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { lackingOf, wayTo, withText } from './form-draft.ts';

interface TextInputProps {
  label: string;
  texts: Texts;
  locale: Locale;
  longest: number;
  /** It came along, with a text in every language. */
  shipped: boolean;
  /** What people read while this language has no text. */
  standIn?: string | undefined;
  onChange: (texts: Texts) => void;
}

/** A text in the language that is edited. Without one it says what people read instead, and which languages lack one too. */
export function TextInput({ label, texts, locale, longest, shipped, standIn, onChange }: TextInputProps) {
  const t = useT();
  const format = useFormat();
  const way = wayTo(texts, locale, shipped);
  const names = (all: readonly Locale[]) => all.map((it) => localeNames[it]);
  const lacking = lackingOf(texts);
  const hints = [
    ...(way
      ? [
          way.found
            ? t('forms.fallback', {
                way: [...names(way.way), localeNames[way.found]].join(' → '),
                text: texts[way.found] ?? '',
              })
            : t('forms.fallback.shipped'),
        ]
      : []),
    ...(lacking.length > 0
      ? [t('forms.lacking', { count: lacking.length, languages: format.list(names(lacking)) })]
      : []),
  ];
  return (
    <Field label={label} hint={hints.length > 0 ? hints.join(' ') : undefined}>
      <Input
        lang={locale}
        dir={directionOf(locale)}
        maxLength={longest}
        value={texts[locale] ?? ''}
        placeholder={standIn ?? (way?.found ? texts[way.found] : undefined)}
        onValueChange={(text) => onChange(withText(texts, locale, text))}
      />
    </Field>
  );
}
