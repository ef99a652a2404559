import { Clock, Hourglass, TriangleAlert } from 'lucide-react';
import { type Translate, useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { useNow } from '../use-now.ts';
import { type WaitingLevel, waitingLevel } from './waiting-level.ts';

const looks = {
  calm: { icon: Clock, className: 'text-ink-3' },
  warning: { icon: Hourglass, className: 'text-warning-text font-medium' },
  danger: { icon: TriangleAlert, className: 'text-danger-text font-medium' },
} as const satisfies Record<WaitingLevel, unknown>;

/** Since when the customer waits for an answer: a word, an icon, and a colour that grows more urgent. */
export function WaitingClock({ since }: { since: string }) {
  const t = useT();
  const { minutes, level } = waitingLevel(since, useNow('moment'));
  const { icon: Icon, className } = looks[level];
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1 text-xs', className)}>
      <Icon className="size-3.5 shrink-0" aria-hidden />
      {wait(t, minutes, level)}
    </span>
  );
}

function wait(t: Translate, minutes: number, level: WaitingLevel): string {
  if (minutes === 0) return t('inbox.waiting.moment');
  if (minutes >= 60) return t('inbox.waiting.hours', { hours: Math.floor(minutes / 60) });
  return t(`inbox.waiting.${level}`, { minutes });
}
