import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Tone = 'neutral' | 'accent' | 'danger' | 'warning' | 'success';

const tones: Record<Tone, string> = {
  neutral: 'bg-pressed text-ink-2 ring-line-2/60',
  accent: 'bg-accent-soft text-accent-text ring-accent-text/20',
  danger: 'bg-danger-soft text-danger-text ring-danger-text/20',
  warning: 'bg-warning-soft text-warning-text ring-warning-text/20',
  success: 'bg-success-soft text-success-text ring-success-text/20',
};

interface BadgeProps {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A state in a word. The colour only helps: the word, and where it matters an icon, say it. */
export function Badge({ tone = 'neutral', icon, children, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex min-h-5 max-w-full items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap ring-1 ring-inset [&_svg]:size-3 [&_svg]:shrink-0',
        tones[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
