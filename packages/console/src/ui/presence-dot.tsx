import type { Presence } from '@fairlead/contract';
import { cx } from './cx.ts';

const shapes: Record<Presence, string> = {
  online: 'bg-success',
  // A ring and a hollow: the three differ in shape as well as in colour.
  away: 'bg-surface inset-ring-3 inset-ring-warning',
  offline: 'bg-surface inset-ring-2 inset-ring-line-control',
};

/** The state of an agent as a dot: full, ring, hollow. A word must stand with it. */
export function PresenceDot({ presence, className }: { presence: Presence; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx('inline-block size-2.5 shrink-0 rounded-full', shapes[presence], className)}
    />
  );
}
