import type { ReactNode } from 'react';

/** One line of a list of steps or facts: what it is, and what was found. Stands in a `dl`. */
export function Step({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-2 py-1">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
