import { type ReactNode, useId } from 'react';
import { Checkbox } from './checkbox.tsx';
import { cx } from './cx.ts';

interface CheckboxListProps<T extends string> {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  value: readonly T[];
  onChange: (value: T[]) => void;
  options: readonly { value: T; label: ReactNode; hint?: string }[];
  /** Shown instead of an empty list. */
  empty?: ReactNode;
  disabled?: boolean;
  className?: string;
}

/** Any number of a few, all in sight. Keeps the order of the options. */
export function CheckboxList<T extends string>(props: CheckboxListProps<T>) {
  const { label, hint, error, value, onChange, options, empty, disabled = false, className } = props;
  const id = useId();
  const toggle = (option: T, on: boolean) =>
    onChange(options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one))));
  return (
    <div role="group" aria-labelledby={id} aria-describedby={error ? `${id}-error` : undefined}>
      <p id={id} className="text-sm font-medium">
        {label}
      </p>
      {hint && <p className="text-sm text-ink-3">{hint}</p>}
      {options.length === 0 && empty && <p className="mt-1 text-sm text-ink-3">{empty}</p>}
      <div className={cx('mt-1 grid gap-x-4', className)}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            checked={value.includes(option.value)}
            onChange={(on) => toggle(option.value, on)}
            label={option.label}
            hint={option.hint}
            disabled={disabled}
          />
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-danger-text">
          {error}
        </p>
      )}
    </div>
  );
}
