import {
  askedOf,
  definitionOf,
  directionOf,
  type FormField,
  type FormValues,
  type Locale,
  localeNames,
  type Said,
} from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { contractWordsQuery } from './contract-words.ts';
import { PreviewField } from './preview-field.tsx';
import { previewLook } from './preview-look.ts';

/** The form as a customer meets it, in a language and either theme. It can be filled in, so that conditions can be tried out. */
export function FormPreview({ fields, locale }: { fields: readonly FormField[]; locale: Locale }) {
  const t = useT();
  const [look, setLook] = useState<'light' | 'dark'>('light');
  const { data: said, error, refetch } = useQuery(contractWordsQuery(locale));
  return (
    <Panel
      className="lg:sticky lg:top-6"
      title={t('forms.preview')}
      description={t('forms.preview.text', { language: localeNames[locale] })}
      actions={
        <Segmented
          label={t('forms.preview.theme')}
          value={look}
          onChange={setLook}
          options={[
            { value: 'light', label: <Sun aria-hidden />, name: t('shell.theme.light') },
            { value: 'dark', label: <Moon aria-hidden />, name: t('shell.theme.dark') },
          ]}
        />
      }
    >
      {said ? (
        <div
          lang={locale}
          dir={directionOf(locale)}
          style={previewLook[look]}
          data-testid="form-preview"
          className="rounded-lg border border-(--p-line) bg-(--p-ground) p-4 text-[1rem] leading-6 text-(--p-ink)"
        >
          <Asked fields={fields} locale={locale} said={said} />
        </div>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton className="h-48" />
      )}
    </Panel>
  );
}

function Asked({ fields, locale, said }: { fields: readonly FormField[]; locale: Locale; said: Said }) {
  const t = useT();
  const [values, setValues] = useState<FormValues>({});
  const form = fields.filter((it) => !it.agentsOnly).map(definitionOf);
  const asked = askedOf(form, values);
  if (form.length === 0) return <p className="text-(--p-ink-2)">{t('forms.preview.none')}</p>;
  return (
    <div className="flex flex-col gap-5">
      {asked.map((field) => (
        <PreviewField
          key={field.key}
          field={field}
          locale={locale}
          said={said}
          values={values}
          onValue={(value) => setValues({ ...values, [field.key]: value })}
        />
      ))}
    </div>
  );
}
