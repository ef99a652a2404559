import { Radio, RefreshCw, WifiOff } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { useLive } from '../../../live/live-provider.tsx';
import { cx } from '../../../ui/cx.ts';

const looks = {
  live: { icon: Radio, className: 'text-success-text' },
  connecting: { icon: RefreshCw, className: 'text-ink-3' },
  offline: { icon: WifiOff, className: 'text-warning-text' },
} as const;

/** Whether what is on screen is live, in a place that does not move. */
export function LiveState({ className, compact = false }: { className?: string; compact?: boolean }) {
  const t = useT();
  const { connection } = useLive();
  const { icon: Icon, className: tone } = looks[connection];
  const hint = t(`inbox.live.${connection}.hint`);
  return (
    <p role="status" title={hint} className={cx('flex items-start gap-1.5 text-xs text-ink-3', className)}>
      <Icon className={cx('mt-px size-3.5 shrink-0', tone)} aria-hidden />
      <span className={compact ? 'sr-only' : undefined}>
        {connection === 'offline' ? hint : t(`inbox.live.${connection}`)}
      </span>
    </p>
  );
}
