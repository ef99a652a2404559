import type { SlaClock, TicketStatus } from '@fairlead/contract';
import { AlarmClock, Clock, type LucideIcon, Pause, TriangleAlert } from 'lucide-react';
import type { Format } from '../../../i18n/format.ts';
import { type Translate, useFormat, useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { useNow } from '../../inbox/use-now.ts';
import { type ClockLevel, type NearestClock, nearestClock } from './nearest-clock.ts';

const looks: Record<ClockLevel, { icon: LucideIcon; ink: string }> = {
  calm: { icon: Clock, ink: 'text-ink-2' },
  warning: { icon: AlarmClock, ink: 'text-warning-text font-medium' },
  breached: { icon: TriangleAlert, ink: 'text-danger-text font-medium' },
  paused: { icon: Pause, ink: 'text-ink-3' },
};

/** Below this one sees it run. */
const closeTo = 120_000;

/** The time, as precise as what is left of clocks asks for. */
export function useClockNow(clocks: readonly SlaClock[]): number {
  const coarse = useNow('moment');
  const near = nearestClock(clocks, coarse);
  return useNow(near && near.level !== 'paused' && Math.abs(near.left) < closeTo ? 'second' : 'moment');
}

/** How long the soonest promise still has, or how late it is: by icon and words, counted down where it stands. */
export function ClockChip({ clocks }: { clocks: readonly SlaClock[] }) {
  const t = useT();
  const now = useClockNow(clocks);
  const nearest = nearestClock(clocks, now);
  return nearest && <ClockMark standing={nearest} title={t(`sla.kind.${nearest.clock.kind}`)} />;
}

/** The same of one clock; `title` is what it measures, for those who do not see where it stands. */
export function ClockMark({ standing, title }: { standing: NearestClock; title?: string }) {
  const t = useT();
  const format = useFormat();
  const { icon: Icon, ink } = looks[standing.level];
  const { dueAt } = standing.clock;
  const words = leftWords(t, format, standing);
  // Where it stands beside much else there is no room for the reason, which its title has.
  const short = title !== undefined && standing.level === 'paused';
  return (
    <span
      title={[title, words, dueAt && t('sla.due_at', { moment: format.dateTime(dueAt) })]
        .filter(Boolean)
        .join(' · ')}
      className={cx('inline-flex min-w-0 shrink-0 items-center gap-1 text-xs tabular-nums', ink)}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden />
      {title && <span className="sr-only">{title}</span>}
      <span className="truncate" aria-hidden={short || undefined}>
        {short ? t('sla.paused') : words}
      </span>
      {short && <span className="sr-only">{words}</span>}
    </span>
  );
}

function leftWords(t: Translate, format: Format, { level, left, clock }: NearestClock): string {
  if (level === 'paused') return pausedWords(t, clock);
  const time = format.duration(Math.abs(left) / 1000);
  return t(level === 'breached' ? 'sla.late' : 'sla.left', { time });
}

/** Why a clock stands still. */
function pausedWords(t: Translate, clock: SlaClock): string {
  const status: TicketStatus | undefined = clock.pauses.findLast((it) => it.to === null)?.status;
  if (status === 'pending' || status === 'on_hold') return t(`sla.paused.${status}`);
  return t('sla.paused');
}
