import { checkedOutcomes, type ModelCall, unsentOutcomes } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, FileSearch } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { callsQuery, type TurnOfModel } from '../assistant-queries.ts';
import { ModelLine } from './model-line.tsx';

/** Opens what a model was given to read and what it wrote. Shown to who may, where something was sent. */
export function SentToModel({ of, outcome }: { of: TurnOfModel; outcome: ModelCall['outcome'] }) {
  const t = useT();
  const manages = useCan()('assistant.manage');
  const [open, setOpen] = useState(false);
  if (!manages || unsentOutcomes.includes(outcome)) return null;
  return (
    <>
      <Button size="sm" variant="quiet" icon={<FileSearch />} onClick={() => setOpen(true)}>
        {t('assistant.sent.show')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="lg"
        title={t('assistant.sent')}
        description={t('assistant.sent.text')}
      >
        <Calls of={of} />
      </Dialog>
    </>
  );
}

function Calls({ of }: { of: TurnOfModel }) {
  const t = useT();
  const { data, error, refetch } = useQuery(callsQuery(of));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  if (data.length === 0)
    return (
      <EmptyState level={3} icon={<FileSearch />} title={t('assistant.sent.gone')}>
        {t('assistant.sent.gone.text')}
      </EmptyState>
    );
  return (
    <ol className="flex flex-col gap-6">
      {data.map((it) => (
        <li key={it.id}>
          <Call call={it} />
        </li>
      ))}
    </ol>
  );
}

function Call({ call }: { call: ModelCall }) {
  const t = useT();
  const format = useFormat();
  const { at, prompt, answer, sentences, outcome, inputTokens, outputTokens, dropped } = call;
  const checked = checkedOutcomes.includes(outcome);
  return (
    <article className="flex flex-col gap-4">
      <div className="text-sm">
        <ModelLine model={{ ...call, tokens: inputTokens + outputTokens, dropped: dropped.length }} />
        <span className="block text-xs text-ink-3">
          <time dateTime={at}>{format.dateTime(at)}</time>
          {' · '}
          {t('assistant.sent.tokens', {
            read: format.number(inputTokens),
            written: format.number(outputTokens),
          })}
        </span>
      </div>
      <section className="flex flex-col gap-1.5">
        <h3 className="text-sm font-medium">{t('assistant.sent.sentences')}</h3>
        {answer === '' ? (
          <p className="text-sm text-ink-3">{t('assistant.sent.nothing_written')}</p>
        ) : (
          <ul className="divide-y divide-line rounded-md border border-line">
            {sentences.map((it, place) => (
              // Sentences never change places, and may be the same.
              <li key={place} className="flex items-start gap-2 px-3 py-2 text-sm">
                {checked &&
                  (it.dropped ? (
                    <CircleX className="mt-0.5 size-4 shrink-0 text-danger-text" aria-hidden />
                  ) : (
                    <CircleCheck className="mt-0.5 size-4 shrink-0 text-success-text" aria-hidden />
                  ))}
                <span className="min-w-0 flex-1">
                  <span dir="auto" className="block [overflow-wrap:anywhere]">
                    {it.text}
                  </span>
                  <span className="block text-xs text-ink-3">
                    {it.cites.length > 0 && t('assistant.sent.cites', { passages: it.cites.join(', ') })}
                    {it.cites.length > 0 && checked && ' · '}
                    {checked && t(it.dropped ? `assistant.drop.${it.dropped}` : 'assistant.sent.held')}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        )}
        {!checked && answer !== '' && <p className="text-xs text-ink-3">{t('assistant.sent.unchecked')}</p>}
      </section>
      <Text label={t('assistant.sent.prompt')} text={prompt} />
      {answer !== '' && <Text label={t('assistant.sent.answer')} text={answer} />}
    </article>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <section className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-sm font-medium">{label}</h3>
        <CopyButton text={text} variant="quiet" />
      </div>
      <pre
        // Reading by keyboard needs the focus here.
        tabIndex={0}
        dir="auto"
        className="max-h-72 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap [overflow-wrap:anywhere]"
      >
        {text}
      </pre>
    </section>
  );
}
