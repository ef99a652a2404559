import {
  fillPlaceholders,
  type Locale,
  localeNames,
  locales,
  maximumMessageLength,
  type Placeholder,
  placeholders,
  unknownPlaceholders,
} from '@fairlead/contract';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { useForms } from '../tickets/forms/use-forms.ts';
import { TranslateDraft } from '../translation/translate-draft.tsx';

type Texts = Partial<Record<Locale, string>>;

interface MacroTextsProps {
  texts: Texts;
  /** The language that is written first. */
  language?: Locale | undefined;
  onChange: (texts: Texts) => void;
  /** Said below the text where nothing is written at all. */
  missing: string | undefined;
}

/** What a macro says, a tab for each language, and how it reads with its placeholders filled in. */
export function MacroTexts({ texts, language, onChange, missing }: MacroTextsProps) {
  const t = useT();
  const written = locales.filter((locale) => texts[locale] !== undefined);
  const [asked, setTab] = useState<Locale>(language ?? written[0] ?? 'en');
  const tab = written.includes(asked) ? asked : (written[0] ?? 'en');
  const others = locales.filter((locale) => texts[locale] === undefined);
  return (
    <div>
      <Tabs
        label={t('macros.texts')}
        value={tab}
        onChange={setTab}
        tabs={written.map((locale) => ({
          value: locale,
          label: localeNames[locale],
          content: (
            <OneText
              locale={locale}
              text={texts[locale] ?? ''}
              source={sourceFor(texts, locale)}
              onChange={(text) => onChange({ ...texts, [locale]: text })}
              missing={missing}
            />
          ),
        }))}
      />
      {others.length > 0 && (
        <Select
          label={t('macros.language.add')}
          placeholder={t('macros.language.add')}
          value={null}
          onChange={(locale: Locale) => {
            onChange({ ...texts, [locale]: '' });
            setTab(locale);
          }}
          options={others.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          className="mt-3 sm:w-60!"
        />
      )}
    </div>
  );
}

/** What a language is translated from: English, else the first text that there is. */
function sourceFor(texts: Texts, locale: Locale): { locale: Locale; text: string } | null {
  const others = locales.filter((it) => it !== locale && texts[it]?.trim());
  const from = others.find((it) => it === 'en') ?? others[0];
  return from ? { locale: from, text: texts[from] ?? '' } : null;
}

interface OneTextProps {
  locale: Locale;
  text: string;
  source: { locale: Locale; text: string } | null;
  onChange: (text: string) => void;
  missing: string | undefined;
}

function OneText({ locale, text, source, onChange, missing }: OneTextProps) {
  const forms = useForms();
  const t = useT();
  const [unknown] = unknownPlaceholders(text);
  const wrong = unknown ? t('macros.placeholder.unknown', { placeholder: `{${unknown}}` }) : missing;
  const samples: Partial<Record<Placeholder, string>> = {
    'customer.name': t('macros.sample.customer'),
    'agent.name': t('macros.sample.agent'),
    'ticket.number': '10423',
    'field.amount': '850',
    'field.asset': 'XRP',
  };
  return (
    <div className="grid gap-4 pt-3 sm:grid-cols-2">
      <div className="flex flex-col gap-2">
        <Field label={t('macros.text.label', { language: localeNames[locale] })} error={wrong}>
          <Textarea
            rows={7}
            lang={locale}
            dir="auto"
            maxLength={maximumMessageLength}
            value={text}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </Field>
        {source && (
          <TranslateDraft
            from={source.locale}
            to={locale}
            texts={[source.text]}
            onDraft={([made]) => onChange(made ?? text)}
          />
        )}
        <Select
          label={t('macros.placeholder.add')}
          placeholder={t('macros.placeholder.add')}
          value={null}
          onChange={(placeholder: Placeholder) => onChange(`${text}{${placeholder}}`)}
          options={[...placeholders, ...forms.ownKeys.map((key) => `field.${key}` as const)].map((it) => ({
            value: it,
            label: `{${it}}`,
          }))}
        />
      </div>
      <section aria-label={t('macros.preview')}>
        <p className="mb-1 text-sm font-medium">{t('macros.preview')}</p>
        <p
          lang={locale}
          dir="auto"
          className="min-h-24 rounded-md bg-sunken px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {fillPlaceholders(text, samples).text}
        </p>
      </section>
    </div>
  );
}
