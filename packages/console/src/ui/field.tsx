import { Field as Base } from '@base-ui/react/field';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface FieldProps {
  label: ReactNode;
  /** What to write, before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong with what was written. */
  error?: ReactNode;
  /** An Input, Textarea or Select: it takes label, hint and error from here. */
  children: ReactNode;
  /** A link or note at the end of the label's line. */
  aside?: ReactNode;
  className?: string;
}

/** A labelled control of a form. */
export function Field({ label, hint, error, children, aside, className }: FieldProps) {
  return (
    <Base.Root invalid={Boolean(error)} className={cx('flex min-w-0 flex-col gap-1', className)}>
      <span className="flex items-baseline justify-between gap-3">
        <Base.Label className="text-sm font-medium text-ink">{label}</Base.Label>
        {aside && <span className="text-sm">{aside}</span>}
      </span>
      {children}
      {hint && !error && <Base.Description className="text-sm text-ink-3">{hint}</Base.Description>}
      {error && (
        <Base.Error match className="flex items-start gap-1 text-sm text-danger-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {error}
        </Base.Error>
      )}
    </Base.Root>
  );
}
