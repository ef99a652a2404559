import { endpoints, type Locale, locales, type TranslationSettings } from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useLocale, useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import { Verdict } from './verdict.tsx';

interface TryTranslationProps {
  /** As they stand in the form. */
  settings: TranslationSettings & { key?: string };
  enabled: boolean;
}

/** Has a sentence translated by what stands in the form, before it is saved. */
export function TryTranslation({ settings, enabled }: TryTranslationProps) {
  const t = useT();
  const format = useFormat();
  const { locale } = useLocale();
  const [text, setText] = useState(t('translation.try.example'));
  const [to, setTo] = useState<Locale>(locale === 'en' ? 'vi' : 'en');
  const attempt = useMutation({
    mutationFn: () =>
      call(endpoints.translation.trySettings, {
        body: { settings, text: text.trim(), from: locale, to },
      }),
  });
  const done = attempt.data;
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-line p-3">
      <legend className="px-1 text-sm font-medium">{t('translation.try')}</legend>
      <Field label={t('translation.try.text')}>
        <Input maxLength={500} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('translation.try.into')} className="min-w-48">
          <Select
            value={to}
            onChange={setTo}
            options={locales
              .filter((it) => it !== locale)
              .map((it) => ({ value: it, label: format.language(it) }))}
          />
        </Field>
        <Button
          icon={<FlaskConical />}
          loading={attempt.isPending}
          disabled={!enabled || text.trim() === ''}
          onClick={() => attempt.mutate()}
        >
          {t('translation.try.run')}
        </Button>
      </div>
      <div role="status" className="flex flex-col gap-2 text-sm empty:hidden">
        {done &&
          (done.text === null ? (
            <p className="text-warning-text">
              {t('translation.not_translated', { reason: t(`translation.outcome.${done.outcome}`) })}
            </p>
          ) : (
            <>
              <p lang={to} dir="auto" className="[overflow-wrap:anywhere]">
                {done.text}
              </p>
              <p className="text-ink-3">
                {t('translation.try.done', {
                  score: format.share(done.score ?? 0),
                  milliseconds: format.number(Math.round(done.milliseconds)),
                })}
              </p>
              <Verdict score={done.score ?? 0} reasons={done.reasons} />
            </>
          ))}
      </div>
      <FormError error={attempt.error} />
    </fieldset>
  );
}
