import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** Teaches: what will be here, and how it comes. */
  children?: ReactNode;
  action?: ReactNode;
  /** The heading’s level (2); 1 where it is the whole page. */
  level?: 1 | 2 | 3;
  className?: string;
}

/** A list with nothing in it yet. */
export function EmptyState({ icon, title, children, action, level = 2, className }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx('mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center', className)}>
      <span
        aria-hidden
        className="mb-3 grid size-11 place-items-center rounded-xl bg-sunken text-ink-3 [&_svg]:size-5"
      >
        {icon}
      </span>
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children && <div className="mt-1 text-ink-2">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
