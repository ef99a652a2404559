import { ChevronDown } from 'lucide-react';
import { useT } from '../../../i18n/i18n.tsx';
import { cx } from '../../../ui/cx.ts';
import { Menu, MenuChoice } from '../../../ui/menu.tsx';

interface FilterMenuProps<T extends string> {
  label: string;
  value: T | undefined;
  options: readonly { value: T; label: string }[];
  onChange: (value: T | undefined) => void;
}

/** One filter of the list: its name, or what it is set to. */
export function FilterMenu<T extends string>({ label, value, options, onChange }: FilterMenuProps<T>) {
  const t = useT();
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={cx(
            'flex h-7 max-w-52 items-center gap-1 rounded-md px-2 text-sm hover:bg-hover data-popup-open:bg-hover pointer-coarse:h-10',
            chosen ? 'bg-accent-soft font-medium text-accent-text' : 'text-ink-2',
          )}
        >
          <span className="truncate">
            {chosen ? t('tickets.filter.set', { name: label, value: chosen.label }) : label}
          </span>
          <ChevronDown className="size-3.5 shrink-0" aria-hidden />
        </button>
      }
    >
      <MenuChoice
        label={label}
        value={value ?? ''}
        onChange={(next: string) => onChange(options.find((option) => option.value === next)?.value)}
        options={[{ value: '', label: t('tickets.filter.no') }, ...options]}
      />
    </Menu>
  );
}
