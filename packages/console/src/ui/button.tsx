import { LoaderCircle } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
type ButtonSize = 'md' | 'sm';

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50 data-disabled:opacity-50';
const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink enabled:hover:bg-accent-hover',
  secondary: 'border border-line-2 bg-surface text-ink hover:bg-hover active:bg-pressed',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink active:bg-pressed data-popup-open:bg-hover',
  danger: 'bg-danger text-danger-ink enabled:hover:bg-danger-hover',
};
const sizes: Record<ButtonSize, string> = {
  md: 'h-control px-3 text-base',
  sm: 'h-7 px-2 text-sm pointer-coarse:h-10',
};

/** The classes of a button, for links that look like one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md'): string {
  return cx(base, variants[variant], sizes[size]);
}

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** A lucide icon before the text. */
  icon?: ReactNode;
  /** Waits for an answer: shows it, and takes no second press. */
  loading?: boolean;
}

/** A push button. `type` is `button` unless said otherwise. */
export function Button({
  variant,
  size,
  icon,
  loading = false,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cx(buttonClass(variant, size), '[&_svg]:size-4 [&_svg]:shrink-0', className)}
      disabled={disabled || loading}
      aria-busy={loading || undefined}
      {...rest}
    >
      {loading ? <LoaderCircle className="animate-spin" aria-hidden /> : icon}
      {children}
    </button>
  );
}
