import type { SlaClock, Ticket } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Check, CircleSlash } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { ticketSlaQuery } from '../../../live/sla-queries.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Section } from '../../tickets/page/section.tsx';
import { policyLabel } from '../policy-label.ts';
import { ClockMark, useClockNow } from './clock-chip.tsx';
import { isOpenClock, standingOfClock } from './nearest-clock.ts';
import { useWhyWords } from './why-words.ts';

/** Every promise on a ticket: how it stands, how it ran, and why it was made. */
export function ClocksPanel({ ticket }: { ticket: Pick<Ticket, 'id'> }) {
  const t = useT();
  const whyWords = useWhyWords();
  const { data, error, refetch } = useQuery(ticketSlaQuery(ticket.id));
  const clocks = data?.clocks ?? [];
  const open = clocks.filter(isOpenClock);
  const done = clocks.filter((clock) => !isOpenClock(clock));
  const now = useClockNow(clocks);
  const choice = data?.choice;
  return (
    <Section title={t('sla.clocks')}>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-16" />
      ) : clocks.length === 0 ? (
        <p className="text-sm text-ink-3">{t('sla.clocks.none')}</p>
      ) : (
        <div className="flex flex-col gap-3">
          {choice && (
            <p className="text-sm text-ink-2">
              <span className="font-medium text-ink">
                {policyLabel(t, { id: choice.policyId, name: choice.policyName })}
              </span>
              <span className="block text-ink-3">{whyWords(choice.why)}</span>
            </p>
          )}
          <ClockList clocks={open} now={now} />
          {done.length > 0 && (
            <details className="text-sm">
              <summary className="cursor-pointer rounded-sm py-1 text-ink-2 hover:text-ink">
                {t('sla.clocks.done', { count: done.length })}
              </summary>
              <ClockList clocks={done} now={now} />
            </details>
          )}
        </div>
      )}
    </Section>
  );
}

function ClockList({ clocks, now }: { clocks: readonly SlaClock[]; now: number }) {
  return (
    <ul className="flex flex-col gap-2.5 empty:hidden">
      {clocks.map((clock) => (
        <li key={`${clock.kind} ${clock.round}`}>
          <ClockLine clock={clock} now={now} />
        </li>
      ))}
    </ul>
  );
}

function ClockLine({ clock, now }: { clock: SlaClock; now: number }) {
  const t = useT();
  const format = useFormat();
  const { kind, round, targetMinutes, dueAt, breachedAt, metAt, pauses } = clock;
  const minutes = (count: number) => format.duration(count * 60);
  const pausedFor = pauses.reduce(
    (sum, it) => sum + (it.to ? Date.parse(it.to) : now) - Date.parse(it.from),
    0,
  );
  return (
    <div className="text-sm">
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="font-medium">
          {t(`sla.kind.${kind}`)}
          {round > 1 && <span className="font-normal text-ink-3"> {t('sla.round', { round })}</span>}
        </span>
        <span className="ms-auto">
          {isOpenClock(clock) ? (
            <ClockMark standing={standingOfClock(clock, now)} />
          ) : (
            <ClockEnd clock={clock} />
          )}
        </span>
      </span>
      <span className="block text-xs text-ink-3">
        {t('sla.promised', { time: minutes(targetMinutes) })}
        {dueAt && isOpenClock(clock) && ` · ${t('sla.due_at', { moment: format.dateTime(dueAt) })}`}
        {metAt && ` · ${t('sla.met_at', { moment: format.dateTime(metAt) })}`}
        {breachedAt &&
          !isOpenClock(clock) &&
          ` · ${t('sla.breached_at', { moment: format.dateTime(breachedAt) })}`}
      </span>
      {pauses.length > 0 && (
        <ul
          className="mt-0.5 border-s border-line-2 ps-2 text-xs text-ink-3"
          aria-label={t('sla.pauses', { time: format.duration(pausedFor / 1000) })}
        >
          {pauses.map(({ from, to, status }) => (
            <li key={from}>
              {t(to ? 'sla.pause' : 'sla.pause.lasting', {
                status: t(`ticket_status.${status}`),
                from: format.dateTime(from),
                ...(to ? { to: format.dateTime(to) } : {}),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ClockEnd({ clock: { state, breachedAt } }: { clock: SlaClock }) {
  const t = useT();
  if (state === 'stopped') return <Badge icon={<CircleSlash />}>{t('sla.state.stopped')}</Badge>;
  return (
    <Badge tone={breachedAt ? 'danger' : 'success'} icon={<Check />}>
      {t(breachedAt ? 'sla.state.met_late' : 'sla.state.met')}
    </Badge>
  );
}
