import { type Locale, localeNames, locales } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { FlaskConical, RotateCcw, SendHorizontal } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocale, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Input } from '../../../ui/input.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { exampleOfTrial } from '../results/example-of-trace.ts';
import { KeepTrialButton } from '../results/keep-example-button.tsx';
import { examplesQuery } from '../results/results-queries.ts';
import { TurnSteps } from '../trace/turn-steps.tsx';
import { TrialThread } from './trial-thread.tsx';
import { useTrial } from './use-trial.ts';

/** A conversation with the assistant as a customer has it, and beside it every step to the chosen answer. */
export function TryTab({ example }: { example: string | undefined }) {
  const t = useT();
  const own = useLocale().locale;
  const [locale, setLocale] = useState<Locale>(own);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const trial = useTrial();
  const { turns, busy, over, error } = trial;
  const { data: examples } = useQuery({ ...examplesQuery, enabled: example !== undefined });
  const begun = examples?.find((it) => it.id === example);
  const played = useRef(false);
  useEffect(() => {
    if (!begun || played.current) return;
    played.current = true;
    setLocale(begun.locale);
    void trial.replay([...begun.earlier, begun.text], begun.locale);
  });
  const at = chosen ?? turns.length - 1;
  const shown = turns[at]?.answer ?? turns.findLast((it) => it.answer)?.answer;
  const ask = async (asked: string) => {
    setChosen(null);
    if (!(await trial.ask(asked, locale))) setText(asked);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = text.trim();
    if (asked === '' || busy || over) return;
    setText('');
    void ask(asked);
  };
  const restart = () => {
    trial.restart();
    setChosen(null);
  };
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
      <Panel
        title={t('assistant.try.conversation')}
        description={t('assistant.try.text')}
        actions={
          <>
            <Select
              className="w-auto! min-w-44"
              label={t('assistant.try.language')}
              value={locale}
              onChange={setLocale}
              options={locales.map((it) => ({ value: it, label: localeNames[it] }))}
            />
            <Button icon={<RotateCcw />} disabled={turns.length === 0} onClick={restart}>
              {t('assistant.try.restart')}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          {turns.length === 0 ? (
            <EmptyState level={3} icon={<FlaskConical />} title={t('assistant.try.empty')}>
              {t('assistant.try.empty.text')}
            </EmptyState>
          ) : (
            <TrialThread
              turns={turns}
              locale={locale}
              shown={at}
              onShow={setChosen}
              onReply={(reply) => void ask(reply)}
            />
          )}
          {over && (
            <p role="status" className="text-sm text-ink-2">
              {t('assistant.try.over')}
            </p>
          )}
          <FormError error={error} />
          <form onSubmit={submit} className="flex items-center gap-2">
            <Input
              aria-label={t('assistant.try.question')}
              placeholder={t('assistant.try.question')}
              className="min-w-0 flex-1"
              dir="auto"
              maxLength={4000}
              disabled={over}
              value={text}
              onValueChange={setText}
            />
            <IconButton
              type="submit"
              variant="outline"
              label={t('assistant.try.ask')}
              disabled={over || busy || text.trim() === ''}
              icon={<SendHorizontal className="rtl:-scale-x-100" />}
            />
          </form>
        </div>
      </Panel>
      <Panel title={t('assistant.try.steps')}>
        {shown ? (
          <>
            <TurnSteps
              trace={shown.trace}
              milliseconds={shown.milliseconds}
              {...(shown.modelCallId ? { sent: { callId: shown.modelCallId } } : {})}
            />
            <div className="mt-3">
              <KeepTrialButton
                trace={shown.trace}
                draft={() =>
                  exampleOfTrial(
                    locale,
                    turns.slice(0, turns.findIndex((it) => it.answer === shown) + 1).map((it) => it.text),
                    shown.trace,
                  )
                }
              />
            </div>
          </>
        ) : (
          <p className="text-sm text-ink-3">{t('assistant.try.steps.none')}</p>
        )}
      </Panel>
    </div>
  );
}
