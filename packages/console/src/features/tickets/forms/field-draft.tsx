import type { FormField, Locale, Texts } from '@fairlead/contract';
import { TranslateDraft } from '../../translation/translate-draft.tsx';
import { withText } from './form-draft.ts';

interface FieldDraftProps {
  field: FormField;
  locale: Locale;
  onChange: (field: FormField) => void;
}

/** Puts translations of a field’s label, help and choices into the language that is edited, as a beginning. */
export function FieldDraft({ field, locale, onChange }: FieldDraftProps) {
  const { label, help, own } = field;
  const options = own?.options ?? [];
  const all: Texts[] = [label, help, ...options.map((it) => it.label)];
  const there = Object.keys(label).filter((it) => it !== locale) as Locale[];
  const from = there.find((it) => it === 'en') ?? there[0];
  if (!from) return null;
  return (
    <TranslateDraft
      from={from}
      to={locale}
      texts={all.map((it) => it[from] ?? '')}
      onDraft={(made) => {
        const [first = label, second = help, ...rest] = all.map((it, at) =>
          made[at]?.trim() ? withText(it, locale, made[at]) : it,
        );
        onChange({
          ...field,
          label: first,
          help: second,
          own: own && {
            ...own,
            options: options.map((it, at) => ({ ...it, label: rest[at] ?? it.label })),
          },
        });
      }}
    />
  );
}
