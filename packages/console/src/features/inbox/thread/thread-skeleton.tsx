import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';

const lines = [
  'h-9 w-64',
  'h-14 w-80',
  'ms-auto h-9 w-72',
  'ms-auto h-20 w-96',
  'h-9 w-56',
  'ms-auto h-9 w-64',
];

/** Messages that load. */
export function ThreadSkeleton() {
  const t = useT();
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col justify-end gap-3 overflow-hidden px-4 pb-4">
      <span className="sr-only">{t('ui.loading')}</span>
      {lines.map((size) => (
        <Skeleton key={size} className={cx('max-w-[80%] rounded-xl!', size)} />
      ))}
    </div>
  );
}
