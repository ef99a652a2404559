import { type Locale, maximumBodyLength } from '@fairlead/contract';
import { CircleAlert } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

const StructuredText = lazy(() => import('../structured/structured-text.tsx'));

interface BodyFieldProps {
  value: string;
  onChange: (value: string) => void;
  locale: Locale;
  /** The slug of the article itself. */
  ownSlug: string;
}

type Form = 'structured' | 'source';

/** The body of an article, as readers will see it or in Markdown, which is what is kept. */
export function BodyField({ value, onChange, locale, ownSlug }: BodyFieldProps) {
  const t = useT();
  const format = useFormat();
  const [form, setForm] = useState<Form>('structured');
  const over = value.length - maximumBodyLength;
  const source = (hint: string): ReactNode => (
    <Field label={t('articles.body')} hint={hint}>
      <Textarea
        mono
        rows={18}
        lang={locale}
        dir="auto"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="max-h-[70vh]! min-h-96 leading-6!"
      />
    </Field>
  );
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-3">
        {form === 'structured' && <span className="text-sm font-medium">{t('articles.body')}</span>}
        <span className="ms-auto text-sm text-ink-3 tabular-nums">
          {t('articles.length_of', {
            count: format.number(value.length),
            most: format.number(maximumBodyLength),
          })}
        </span>
        <Segmented<Form>
          label={t('articles.body.form')}
          value={form}
          onChange={setForm}
          options={[
            { value: 'structured', label: t('articles.body.form.structured') },
            { value: 'source', label: t('articles.body.form.source') },
          ]}
        />
      </div>
      {form === 'source' ? (
        source(t('articles.body.hint.source'))
      ) : (
        <>
          <Suspense fallback={<SkeletonRows rows={8} />}>
            <StructuredText
              value={value}
              onChange={onChange}
              locale={locale}
              ownSlug={ownSlug}
              otherwise={source(t('articles.body.only_source'))}
            />
          </Suspense>
          <p className="text-sm text-ink-3">{t('articles.body.hint')}</p>
        </>
      )}
      {over > 0 && (
        <p role="alert" className="flex items-start gap-1 text-sm text-danger-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {t('articles.body.too_long', { count: over })}
        </p>
      )}
    </div>
  );
}
