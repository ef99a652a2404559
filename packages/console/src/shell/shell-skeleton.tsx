import { Skeleton, SkeletonRows } from '../ui/skeleton.tsx';

/** The frame of the application while the session is read. */
export function ShellSkeleton() {
  return (
    <div className="flex h-dvh">
      <div className="flex w-14 flex-col items-center gap-3 border-e border-line bg-surface py-3 max-sm:hidden">
        <Skeleton className="size-8" />
        <Skeleton className="size-8" />
        <Skeleton className="size-8" />
      </div>
      <main className="flex-1 p-6">
        <Skeleton className="mb-6 h-6 w-48" />
        <SkeletonRows />
      </main>
    </div>
  );
}
