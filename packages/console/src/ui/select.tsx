import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { controlClass } from './input.tsx';

interface SelectOption<T extends string> {
  value: T;
  label: string;
  /** Drawn before the label. */
  icon?: ReactNode;
  disabled?: boolean;
}

interface SelectProps<T extends string> {
  value: T | null;
  onChange: (value: T) => void;
  options: readonly SelectOption<T>[];
  /** Its name where no Field gives one. */
  label?: string;
  placeholder?: string;
  disabled?: boolean;
  /** No border until hovered: for toolbars and rows. */
  quiet?: boolean;
  className?: string;
}

/** One of a few. Type to jump; inside a Field it takes its label, hint and error. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { value, onChange, options, label, placeholder, disabled = false, quiet, className } = props;
  const chosen = options.find((option) => option.value === value);
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      items={options}
      disabled={disabled}
    >
      <Base.Trigger
        aria-label={label}
        className={cx(
          quiet
            ? 'rounded-md text-base text-ink-2 hover:bg-hover hover:text-ink data-popup-open:bg-hover'
            : controlClass,
          'flex h-control items-center gap-2 px-2.5 text-start',
          className,
        )}
      >
        <span className={cx('flex min-w-0 flex-1 items-center gap-2', !chosen && 'text-ink-3')}>
          {chosen?.icon}
          <Base.Value className="truncate">{() => chosen?.label ?? placeholder}</Base.Value>
        </span>
        <Base.Icon className="text-ink-3">
          <ChevronsUpDown className="size-3.5" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className="pop-motion max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto rounded-lg bg-raised p-1 shadow-pop outline-none">
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled ?? false}
                className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-base text-ink outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover pointer-coarse:min-h-11"
              >
                {option.icon}
                <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
                <Base.ItemIndicator className="text-accent-text">
                  <Check className="size-4" />
                </Base.ItemIndicator>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
