import { Skeleton, SkeletonRows } from '../ui/skeleton.tsx';

/** A page whose code is on its way. */
export function PageSkeleton() {
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-16 items-center border-b border-line bg-surface px-gutter">
        <Skeleton className="h-5 w-40" />
      </div>
      <SkeletonRows className="px-gutter py-4" rows={8} />
    </div>
  );
}
