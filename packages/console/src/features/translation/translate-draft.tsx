import { endpoints, type Locale, languageOf, unsureBelow } from '@fairlead/contract';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Languages } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { Button } from '../../ui/button.tsx';
import { offerQuery } from './translation-queries.ts';

interface TranslateDraftProps {
  from: Locale;
  to: Locale;
  /** What is translated; nothing is offered where none of it says anything. */
  texts: readonly string[];
  /** Takes the translations, in the same order. Nothing is saved. */
  onDraft: (texts: readonly string[]) => void;
}

/** Puts a translation into what is being written, as a beginning that whoever writes reads and saves. Not there where no provider is set up. */
export function TranslateDraft({ from, to, texts, onDraft }: TranslateDraftProps) {
  const t = useT();
  const format = useFormat();
  const errorText = useErrorText();
  const { data } = useQuery(offerQuery);
  const ask = useMutation({
    mutationFn: () => call(endpoints.translation.suggest, { body: { texts: [...texts], from, to } }),
    onSuccess: (made) => {
      if (made.outcome === 'translated') onDraft(made.texts);
    },
  });
  const offered = data?.ready && data.languages.includes(from) && data.languages.includes(to);
  if (!offered || languageOf(from) === languageOf(to) || texts.every((it) => it.trim() === '')) return null;
  const made = ask.data;
  const said = ask.error
    ? errorText(ask.error)
    : made &&
      (made.outcome !== 'translated'
        ? t('translation.not_translated', { reason: t(`translation.outcome.${made.outcome}`) })
        : t((made.score ?? 0) < unsureBelow ? 'translation.draft.unsure' : 'translation.draft.made', {
            score: format.share(made.score ?? 0),
          }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="sm" icon={<Languages />} loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('translation.draft', { language: format.language(from) })}
      </Button>
      <span role="status" className="text-sm text-ink-2">
        {said}
      </span>
    </div>
  );
}
