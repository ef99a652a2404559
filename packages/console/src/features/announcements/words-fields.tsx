import type { AnnouncementWords, Locale } from '@fairlead/contract';
import { useT } from '../../i18n/i18n.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Textarea } from '../../ui/textarea.tsx';

interface WordsFieldsProps {
  locale: Locale;
  words: AnnouncementWords;
  onChange: (words: AnnouncementWords) => void;
  /** Nobody writes now. */
  readOnly?: boolean;
}

/** Whether a text may be saved. */
export const isWhole = ({ title, summary }: AnnouncementWords): boolean =>
  title.trim() !== '' && summary.trim() !== '';

/** The text of an announcement in a language. */
export function WordsFields({ locale, words, onChange, readOnly = false }: WordsFieldsProps) {
  const t = useT();
  const change = (part: Partial<AnnouncementWords>) => onChange({ ...words, ...part });
  return (
    <>
      <Field label={t('announcements.title')}>
        <Input
          lang={locale}
          dir="auto"
          maxLength={160}
          readOnly={readOnly}
          value={words.title}
          onValueChange={(title) => change({ title })}
        />
      </Field>
      <Field label={t('announcements.summary')} hint={t('announcements.summary.hint')}>
        <Textarea
          rows={3}
          lang={locale}
          dir="auto"
          maxLength={600}
          readOnly={readOnly}
          value={words.summary}
          onChange={(event) => change({ summary: event.currentTarget.value })}
        />
      </Field>
      <Field label={t('announcements.body')} hint={t('announcements.body.hint')}>
        <Textarea
          rows={8}
          lang={locale}
          dir="auto"
          maxLength={20_000}
          readOnly={readOnly}
          value={words.body}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
      </Field>
    </>
  );
}
