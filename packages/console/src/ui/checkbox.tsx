import { Checkbox as Base } from '@base-ui/react/checkbox';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string;
}

/** Yes or no, taken in with the rest of a form. The label is part of the target. */
export function Checkbox({ checked, onChange, label, hint, disabled = false, className }: CheckboxProps) {
  return (
    <label
      className={cx(
        'flex min-h-7 items-start gap-2 rounded-md py-1 pointer-coarse:min-h-11 pointer-coarse:items-center',
        disabled && 'opacity-60',
        className,
      )}
    >
      <Base.Root
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border border-line-control bg-surface data-checked:border-accent data-checked:bg-accent"
      >
        <Base.Indicator className="text-accent-ink">
          <Check className="size-3" strokeWidth={3} />
        </Base.Indicator>
      </Base.Root>
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
