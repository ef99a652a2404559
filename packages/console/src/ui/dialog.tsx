import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { cx } from './cx.ts';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons at the end; the one that goes on comes last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** A press outside does not close it: for forms that hold work, and for secrets shown once. */
  keepOpenOutside?: boolean;
}

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' };

/** A modal window. On a phone it takes the whole width at the lower edge. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, children, footer, size = 'md', keepOpenOutside } = props;
  const t = useT();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      disablePointerDismissal={keepOpenOutside ?? false}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-scrim transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          // A form begins at its first field, not at the button that closes it.
          initialFocus={() =>
            body.current?.querySelector<HTMLElement>('input:not([aria-hidden=true]),textarea') ?? true
          }
          className={cx(
            'pop-motion fixed inset-x-0 bottom-0 z-40 mx-auto flex max-h-[92dvh] w-full flex-col rounded-t-xl bg-raised text-ink shadow-pop outline-none sm:top-[12dvh] sm:bottom-auto sm:max-h-[78dvh] sm:rounded-xl',
            widths[size],
          )}
        >
          <header className="flex items-start gap-3 border-b border-line px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-lg font-semibold">{title}</Base.Title>
              {description && (
                <Base.Description className="mt-0.5 text-sm text-ink-3">{description}</Base.Description>
              )}
            </div>
            {/* Without a tooltip, which would open by the focus that a new dialog may put here and take the first Escape. */}
            <Base.Close
              aria-label={t('ui.close')}
              className="grid size-7 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:size-10"
            >
              <X className="size-4" />
            </Base.Close>
          </header>
          <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
            {children}
          </div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
