import { Input as Base } from '@base-ui/react/input';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

/** The look that text inputs, selects and text areas share. */
export const controlClass =
  'w-full rounded-md border border-line-control bg-surface text-base text-ink transition-colors focus:border-accent-text focus:outline-2 focus:-outline-offset-1 focus:outline-accent-text disabled:opacity-60 data-invalid:border-danger data-invalid:focus:outline-danger aria-invalid:border-danger';

interface InputProps extends Omit<ComponentProps<typeof Base>, 'className' | 'size'> {
  className?: string;
  /** Drawn inside, before the text. */
  icon?: ReactNode;
  /** Drawn inside, after the text, such as a clear button. */
  trailing?: ReactNode;
  /** TXIDs, codes, secrets. */
  mono?: boolean;
}

/** A line of text. Inside a Field it takes the field's label, hint and error by itself. */
export function Input({ className, icon, trailing, mono, ...rest }: InputProps) {
  const input = (
    <Base
      className={cx(
        controlClass,
        'h-control px-2.5',
        icon && 'ps-8',
        trailing && 'pe-9',
        mono && 'font-mono text-sm',
        !icon && !trailing && className,
      )}
      {...rest}
    />
  );
  if (!icon && !trailing) return input;
  return (
    <span className={cx('relative block [&>svg]:size-4', className)}>
      {icon && (
        <span className="pointer-events-none absolute inset-y-0 start-2.5 grid place-items-center text-ink-3 [&_svg]:size-4">
          {icon}
        </span>
      )}
      {input}
      {trailing && <span className="absolute inset-y-0 end-1 grid place-items-center">{trailing}</span>}
    </span>
  );
}
