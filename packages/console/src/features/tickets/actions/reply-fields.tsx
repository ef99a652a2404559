import { type Locale, localeNames, locales, type TicketAction } from '@fairlead/contract';
import { Trash2 } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { Field } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TranslateDraft } from '../../translation/translate-draft.tsx';
import { PlaceholderText } from './placeholder-text.tsx';

type Reply = Extract<TicketAction, { do: 'reply' }>;

/** What the customer is answered, by language, and which of the texts stands in for the others. */
export function ReplyFields({ action, onChange }: { action: Reply; onChange: (action: Reply) => void }) {
  const t = useT();
  const { texts, fallback } = action;
  const written = locales.filter((locale) => texts[locale] !== undefined);
  const others = locales.filter((locale) => texts[locale] === undefined);
  const named = (all: readonly Locale[]) => all.map((value) => ({ value, label: localeNames[value] }));
  const remove = (locale: Locale) => {
    const kept = written.filter((it) => it !== locale);
    const [first = fallback] = kept;
    const rest = Object.fromEntries(kept.map((it) => [it, texts[it] ?? '']));
    onChange({ ...action, texts: rest, fallback: fallback === locale ? first : fallback });
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-ink-3">{t('actions.reply.hint')}</p>
      {written.map((locale) => (
        <div key={locale} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <PlaceholderText
              label={t('actions.reply.language', { language: localeNames[locale] })}
              value={texts[locale] ?? ''}
              onChange={(text) => onChange({ ...action, texts: { ...texts, [locale]: text } })}
            />
            {locale !== fallback && (
              <TranslateDraft
                from={fallback}
                to={locale}
                texts={[texts[fallback] ?? '']}
                onDraft={([text = '']) => onChange({ ...action, texts: { ...texts, [locale]: text } })}
              />
            )}
          </div>
          {written.length > 1 && (
            <IconButton
              size="sm"
              label={t('actions.reply.remove', { language: localeNames[locale] })}
              icon={<Trash2 />}
              onClick={() => remove(locale)}
            />
          )}
        </div>
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        <Select<Locale | ''>
          label={t('actions.reply.add')}
          value=""
          onChange={(locale) => locale && onChange({ ...action, texts: { ...texts, [locale]: '' } })}
          options={[{ value: '', label: t('actions.reply.add') }, ...named(others)]}
        />
        <Field label={t('actions.reply.fallback')}>
          <Select
            value={fallback}
            onChange={(next) => onChange({ ...action, fallback: next })}
            options={named(written)}
          />
        </Field>
      </div>
    </div>
  );
}
