import { type HelpCategoryBody, type Locale, localeNames, locales } from '@fairlead/contract';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tabs } from '../../../ui/tabs.tsx';

import { TranslateDraft } from '../../translation/translate-draft.tsx';

type Texts = HelpCategoryBody['texts'];

interface CategoryTextsProps {
  texts: Texts;
  /** The language that is written first. */
  language?: Locale | undefined;
  onChange: (texts: Texts) => void;
  /** Said below the name where there is none in any language. */
  missing: string | undefined;
}

/** Name and description of a category, a tab for each language. */
export function CategoryTexts({ texts, language, onChange, missing }: CategoryTextsProps) {
  const t = useT();
  const written = locales.filter((locale) => texts[locale] !== undefined);
  const [asked, setTab] = useState<Locale>(language ?? 'en');
  const tab = written.includes(asked) ? asked : (written[0] ?? 'en');
  const others = locales.filter((locale) => texts[locale] === undefined);
  return (
    <div className="flex flex-col gap-3">
      <Tabs
        label={t('articles.languages')}
        value={tab}
        onChange={setTab}
        tabs={written.map((locale) => {
          const text = texts[locale] ?? { name: '', description: '' };
          const from =
            written.find((it) => it === 'en' && it !== locale) ?? written.find((it) => it !== locale);
          const source = from && texts[from];
          const change = (part: Partial<typeof text>) =>
            onChange({ ...texts, [locale]: { ...text, ...part } });
          return {
            value: locale,
            label: localeNames[locale],
            content: (
              <div className="flex flex-col gap-3 pt-3">
                <Field label={t('articles.category.name')} error={missing}>
                  <Input
                    lang={locale}
                    dir="auto"
                    maxLength={80}
                    value={text.name}
                    onValueChange={(name) => change({ name })}
                  />
                </Field>
                <Field label={t('articles.category.description')}>
                  <Input
                    lang={locale}
                    dir="auto"
                    maxLength={300}
                    value={text.description}
                    onValueChange={(description) => change({ description })}
                  />
                </Field>
                {source && (
                  <TranslateDraft
                    from={from}
                    to={locale}
                    texts={[source.name, source.description]}
                    onDraft={([name = '', description = '']) => change({ name, description })}
                  />
                )}
              </div>
            ),
          };
        })}
      />
      {others.length > 0 && (
        <Select
          label={t('articles.language.add')}
          placeholder={t('articles.language.add')}
          value={null}
          onChange={(locale: Locale) => {
            onChange({ ...texts, [locale]: { name: '', description: '' } });
            setTab(locale);
          }}
          options={others.map((locale) => ({ value: locale, label: localeNames[locale] }))}
          className="sm:w-60!"
        />
      )}
    </div>
  );
}
