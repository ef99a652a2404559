import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface SegmentedProps<T extends string> {
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: ReactNode; name?: string }[];
  /** What is chosen, for screen readers. */
  label: string;
  disabled?: boolean;
  className?: string;
}

/** One of two to four, all in sight. An option that shows only an icon says its `name`. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { value, onChange, options, label, disabled = false, className } = props;
  return (
    <RadioGroup
      value={value}
      onValueChange={(next) => onChange(next)}
      disabled={disabled}
      aria-label={label}
      className={cx('inline-flex rounded-md border border-line bg-sunken p-0.5', className)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          aria-label={option.name}
          className="inline-flex min-h-[calc(var(--control)-6px)] items-center gap-1.5 rounded-sm px-2.5 text-sm text-ink-2 select-none hover:text-ink data-checked:bg-surface data-checked:font-medium data-checked:text-ink data-checked:shadow-[0_0_0_1px_var(--line-2)] data-disabled:opacity-60 [&_svg]:size-4"
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
