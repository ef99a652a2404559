import { NumberField } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { useLocale, useT } from '../i18n/i18n.tsx';
import { cx } from './cx.ts';
import { controlClass } from './input.tsx';

interface NumberInputProps {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** Its name where no Field gives one. */
  label?: string;
  /** After the number, such as "hours". */
  unit?: string;
  disabled?: boolean;
}

/** A whole number within bounds. An emptied field keeps the last number. Inside a Field it takes its label, hint and error. */
export function NumberInput({
  value,
  onChange,
  min,
  max,
  step = 1,
  label,
  unit,
  disabled = false,
}: NumberInputProps) {
  const t = useT();
  const { locale } = useLocale();
  const press =
    'grid w-control place-items-center text-ink-2 hover:bg-hover disabled:opacity-40 [&_svg]:size-3.5';
  return (
    <NumberField.Root
      value={value}
      onValueChange={(next) => next !== null && onChange(Math.round(next))}
      min={min}
      max={max}
      step={step}
      locale={locale}
      disabled={disabled}
    >
      <NumberField.Group
        className={cx(
          controlClass,
          'flex h-control w-44! overflow-hidden pointer-coarse:w-52! focus-within:border-accent-text',
        )}
      >
        <NumberField.Decrement aria-label={t('ui.number.less')} className={press}>
          <Minus />
        </NumberField.Decrement>
        <span className="flex min-w-0 flex-1 items-center border-x border-line px-2">
          <NumberField.Input aria-label={label} className="min-w-0 flex-1 bg-transparent outline-none" />
          {unit && <span className="shrink-0 ps-1 text-sm text-ink-3">{unit}</span>}
        </span>
        <NumberField.Increment aria-label={t('ui.number.more')} className={press}>
          <Plus />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  );
}
