import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** A list that loads, with rows as high as the real ones. */
export function ListSkeleton() {
  const t = useT();
  return (
    <div role="status" className="min-h-0 flex-1 overflow-hidden">
      <span className="sr-only">{t('ui.loading')}</span>
      {['w-28', 'w-36', 'w-24', 'w-32', 'w-40', 'w-28', 'w-36'].map((width, index) => (
        // Rows that only stand in have no identity but their place.
        <div key={index} className="flex h-21 gap-2.5 border-b border-line px-3 py-3">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className={cx('h-3.5', width)} />
            <Skeleton className="h-3 w-full" />
            <Skeleton className="h-3 w-24" />
          </div>
        </div>
      ))}
    </div>
  );
}
