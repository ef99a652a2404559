import { cx } from './cx.ts';

interface ProgressBarProps {
  label: string;
  value: number;
  /** Nothing to do at all counts as one thing that is still to be done. */
  max: number;
  className?: string;
}

/** How much of something is done. Browsers colour their own bars as they like. */
export function ProgressBar({ label, value, max, className }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={Math.max(1, max)}
      className={cx(
        'block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-line',
        '[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent',
        className,
      )}
    />
  );
}
