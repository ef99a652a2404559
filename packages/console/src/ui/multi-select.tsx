import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronsUpDown } from 'lucide-react';
import { useFormat } from '../i18n/i18n.tsx';
import { cx } from './cx.ts';
import { controlClass } from './input.tsx';

interface MultiSelectProps<T extends string> {
  value: readonly T[];
  onChange: (value: T[]) => void;
  options: readonly { value: T; label: string }[];
  /** Its name where no Field gives one. */
  label?: string;
  placeholder?: string;
  /** One of them is enough, and they are listed so. */
  anyOf?: boolean;
  className?: string;
}

/** Any number of many, behind one control. Inside a Field it takes its label, hint and error. */
export function MultiSelect<T extends string>(props: MultiSelectProps<T>) {
  const { value, onChange, options, label, placeholder, anyOf = false, className } = props;
  const format = useFormat();
  const chosen = options.filter((option) => value.includes(option.value)).map((option) => option.label);
  return (
    <Base.Root multiple value={[...value]} onValueChange={(next) => onChange(next)} items={options}>
      <Base.Trigger
        aria-label={label}
        className={cx(
          controlClass,
          'flex min-h-control items-center gap-2 px-2.5 py-1 text-start',
          className,
        )}
      >
        <span className={cx('min-w-0 flex-1', chosen.length === 0 && 'text-ink-3')}>
          <Base.Value>
            {() => (chosen.length > 0 ? (anyOf ? format.anyOf(chosen) : format.list(chosen)) : placeholder)}
          </Base.Value>
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
                className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-base text-ink outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11"
              >
                <span className="grid size-4 place-items-center text-accent-text">
                  <Base.ItemIndicator>
                    <Check className="size-4" />
                  </Base.ItemIndicator>
                </span>
                <Base.ItemText className="flex-1">{option.label}</Base.ItemText>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
