import type { RunChange, TrialHit } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { useChangeWords } from './change-words.ts';

interface RunLineProps {
  run: Pick<TrialHit, 'ticketId' | 'ticketNumber' | 'at' | 'occasion' | 'changes' | 'results'>;
  ticketSubject: string;
  /** Beside the ticket: the rule, how it ended, what can be done. */
  children?: ReactNode;
}

/** What a rule did to a ticket, or would: on what occasion, from what to what, and what was refused. */
export function RunLine({ run, ticketSubject, children }: RunLineProps) {
  const t = useT();
  const format = useFormat();
  const words = useChangeWords();
  return (
    <li className="flex flex-col gap-0.5 border-b border-line py-2">
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
        <time dateTime={run.at}>{format.dateTime(run.at)}</time>
        <span>{t(`automation.event.${run.occasion}`)}</span>
        {children}
      </p>
      <p className="[overflow-wrap:anywhere]">
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: run.ticketId }}
          preload={false}
          className="font-medium text-accent-text hover:underline"
        >
          {t('tickets.number', { number: String(run.ticketNumber) })}
        </Link>{' '}
        <span dir="auto">{ticketSubject}</span>
      </p>
      <ul className="text-sm text-ink-2">
        {run.changes.map((change: RunChange) => (
          <li key={change.field}>{words.change(change)}</li>
        ))}
        {words.results(run.results).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </li>
  );
}
