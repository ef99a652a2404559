import {
  type AssistantSettings,
  directionOf,
  type Locale,
  localeNames,
  locales,
  maximumGreetingLength,
} from '@fairlead/contract';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

import { TranslateDraft } from '../../translation/translate-draft.tsx';

type Greetings = AssistantSettings['greetings'];

interface GreetingFieldsProps {
  greetings: Greetings;
  usual: Readonly<Record<Locale, string>>;
  disabled: boolean;
  onChange: (greetings: Greetings) => void;
}

/** How the assistant greets in a language; an empty field is the usual greeting. */
export function GreetingFields({ greetings, usual, disabled, onChange }: GreetingFieldsProps) {
  const t = useT();
  const [locale, setLocale] = useState<Locale>('en');
  const own = locales.filter((it) => greetings[it] !== undefined);
  const source = own.find((it) => it === 'en' && it !== locale) ?? own.find((it) => it !== locale);
  const change = (text: string) => {
    const { [locale]: _, ...others } = greetings;
    onChange(text.trim() === '' ? others : { ...others, [locale]: text });
  };
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('assistant.greetings.language')}
        className="max-w-64"
        value={locale}
        onChange={setLocale}
        options={locales.map((it) => ({
          value: it,
          label: own.includes(it)
            ? t('assistant.greetings.own', { language: localeNames[it] })
            : localeNames[it],
        }))}
      />
      <Field label={t('assistant.greetings.greeting')} hint={t('assistant.greetings.hint')}>
        <Textarea
          key={locale}
          rows={3}
          lang={locale}
          dir={directionOf(locale)}
          disabled={disabled}
          maxLength={maximumGreetingLength}
          placeholder={usual[locale]}
          value={greetings[locale] ?? ''}
          onChange={(event) => change(event.currentTarget.value)}
        />
      </Field>
      {source && !disabled && (
        <TranslateDraft
          from={source}
          to={locale}
          texts={[greetings[source] ?? '']}
          onDraft={([text = '']) => change(text)}
        />
      )}
    </div>
  );
}
