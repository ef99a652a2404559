import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';

interface FoldProps {
  title: string;
  /** How many it holds; left out where that says nothing. */
  count?: number;
  /** Whether it is open at first. */
  open?: boolean;
  children: ReactNode;
}

/** A part of the copilot that opens by a press; what is folded away is not on the screen. */
export function Fold({ title, count, open: first = false, children }: FoldProps) {
  const [open, setOpen] = useState(first);
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group/fold border-t border-line pt-1.5"
    >
      <summary className="flex min-h-7 cursor-pointer items-center gap-1 rounded-sm text-sm text-ink-2 hover:text-ink pointer-coarse:min-h-10">
        <ChevronRight className="size-4 shrink-0 group-open/fold:rotate-90 rtl:-scale-x-100" aria-hidden />
        <span className="min-w-0 flex-1">{title}</span>
        {count !== undefined && <span className="text-xs text-ink-3 tabular-nums">{count}</span>}
      </summary>
      {open && <div className="pt-1 pb-1.5">{children}</div>}
    </details>
  );
}
