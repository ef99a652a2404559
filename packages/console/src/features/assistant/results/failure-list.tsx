import type { RunFailure } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { ChevronRight, FlaskConical } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { TurnSteps } from '../trace/turn-steps.tsx';
import { expectedParts, gotParts } from './expectation-words.ts';
import { PartList } from './part-list.tsx';

/** Examples that were not right: what should have followed, and what came instead. `known`: those that are still kept. */
export function FailureList({
  failures,
  known,
}: {
  failures: readonly RunFailure[];
  known: ReadonlySet<string>;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <ul className="divide-y divide-line">
      {failures.map(({ example, missed, fresh, got }) => (
        <li key={example.id} className="flex flex-col gap-1.5 py-3 first:pt-0">
          <div className="flex flex-wrap items-start gap-2">
            <p
              lang={example.locale}
              dir="auto"
              className="min-w-0 flex-1 basis-56 font-medium [overflow-wrap:anywhere]"
            >
              {example.earlier.length > 0 && (
                <span className="block text-sm font-normal text-ink-3">{example.earlier.join(' → ')}</span>
              )}
              {example.text}
            </p>
            <Badge>{format.language(example.locale)}</Badge>
            {fresh && <Badge tone="danger">{t('assistant.results.fresh')}</Badge>}
            {known.has(example.id) && (
              <Link
                to="/assistant"
                search={{ example: example.id }}
                aria-label={t('assistant.results.open_text', { text: example.text })}
                className={buttonClass('secondary', 'sm')}
              >
                <FlaskConical className="size-4" aria-hidden />
                {t('assistant.results.open')}
              </Link>
            )}
          </div>
          <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            <div>
              <p className="text-xs text-ink-3">{t('assistant.results.expected')}</p>
              <PartList parts={expectedParts(t, example.expect, example.titles)} />
            </div>
            <div>
              <p className="text-xs text-ink-3">{t('assistant.results.got')}</p>
              <PartList parts={gotParts(t, missed, got.trace)} />
            </div>
          </div>
          {example.note && <p className="text-sm text-ink-2">{example.note}</p>}
          <details className="group/steps text-sm">
            <summary className="flex min-h-7 cursor-pointer items-center gap-1 rounded-sm text-ink-2 hover:text-ink">
              <ChevronRight
                className="size-4 shrink-0 group-open/steps:rotate-90 rtl:-scale-x-100"
                aria-hidden
              />
              {t('assistant.results.steps')}
            </summary>
            {got.text && (
              <p
                lang={got.trace.locale}
                dir="auto"
                className="my-1 rounded-lg bg-sunken px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]"
              >
                {got.text}
              </p>
            )}
            <TurnSteps trace={got.trace} />
          </details>
        </li>
      ))}
    </ul>
  );
}
