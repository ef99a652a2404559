import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'children'> {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  /** Shown in the tooltip, such as `mod+k`. */
  shortcut?: string;
  size?: 'md' | 'sm';
  variant?: 'quiet' | 'outline';
  side?: 'top' | 'bottom' | 'left' | 'right' | 'inline-end';
}

/** A square button with an icon, named by its tooltip. */
export function IconButton({
  label,
  icon,
  shortcut,
  size = 'md',
  variant = 'quiet',
  side = 'bottom',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type={type}
      aria-label={label}
      className={cx(
        'inline-grid shrink-0 place-items-center rounded-md text-ink-2 transition-colors hover:bg-hover hover:text-ink active:bg-pressed disabled:cursor-not-allowed disabled:opacity-50 data-popup-open:bg-hover data-popup-open:text-ink [&_svg]:size-4',
        size === 'md' ? 'size-control' : 'size-7 pointer-coarse:size-10',
        variant === 'outline' && 'border border-line-2 bg-surface',
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
  return (
    <Tooltip
      side={side}
      content={
        <span className="flex items-center gap-2">
          {label}
          {shortcut && <Kbd keys={shortcut} />}
        </span>
      }
    >
      {button}
    </Tooltip>
  );
}
