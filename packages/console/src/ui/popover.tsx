import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';

interface PopoverProps {
  /** The button that opens it; it must take a ref and props. */
  trigger: ReactElement<Record<string, unknown>>;
  title: string;
  /** Buttons beside the title. */
  actions?: ReactNode;
  children: ReactNode;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  side?: 'top' | 'bottom' | 'inline-end';
}

/** A small page beside a button, for what is looked at and acted on in passing. */
export function Popover({
  trigger,
  title,
  actions,
  children,
  open,
  onOpenChange,
  side = 'bottom',
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="z-40" side={side} align="end" sideOffset={6} collisionPadding={8}>
          <Base.Popup className="pop-motion flex max-h-[min(34rem,var(--available-height))] w-[min(24rem,var(--available-width))] flex-col rounded-lg bg-raised text-ink shadow-pop outline-none">
            <div className="flex min-h-11 items-center gap-2 border-b border-line ps-4 pe-2">
              <Base.Title className="min-w-0 flex-1 text-base font-semibold">{title}</Base.Title>
              {actions}
            </div>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
