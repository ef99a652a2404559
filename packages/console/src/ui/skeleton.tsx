import { useT } from '../i18n/i18n.tsx';
import { cx } from './cx.ts';

/** A grey place for something that loads; give it a size. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        'pulse-soft block bg-pressed',
        !className?.includes('rounded') && 'rounded-md',
        className,
      )}
    />
  );
}

/** Rows of a list that loads, as high as the real ones so that nothing jumps; says that it loads. */
export function SkeletonRows({ rows = 6, className }: { rows?: number; className?: string }) {
  const t = useT();
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t('ui.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        // Rows that only stand in have no identity but their place.
        <div key={index} className="flex h-row items-center gap-3 border-b border-line px-3">
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className={cx('h-3', ['w-40', 'w-56', 'w-32', 'w-48'][index % 4])} />
          <Skeleton className="ms-auto h-3 w-20" />
        </div>
      ))}
    </div>
  );
}
