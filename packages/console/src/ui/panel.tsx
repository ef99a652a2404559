import { type ReactNode, useId } from 'react';
import { cx } from './cx.ts';

interface PanelProps {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the end of the head. */
  actions?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** A titled section of a settings page. */
export function Panel({ title, description, actions, children, className }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('rounded-lg border border-line bg-surface', className)}>
      <header className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 pt-4 pb-4">
        <div className="min-w-0 flex-1 basis-64">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {description && <p className="mt-0.5 text-sm text-ink-3">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children && <div className="px-5 pb-5 empty:hidden">{children}</div>}
    </section>
  );
}
