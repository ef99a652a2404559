import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';

export interface PickerOption {
  id: string;
  /** What it is found by. */
  name: string;
  content: ReactNode;
}

interface PickerProps {
  label: string;
  placeholder: string;
  /** Said when nothing is found. */
  empty: string;
  options: readonly PickerOption[];
  /** Marks one as chosen, where choosing does not end it. */
  chosen?: string | null;
  onChoose: (id: string) => void;
}

/** A list with a search, to choose one of many by keyboard or pointer. */
export function Picker({ label, placeholder, empty, options, chosen, onChoose }: PickerProps) {
  return (
    <Command label={label} loop className="overflow-hidden rounded-lg border border-line-2">
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search className="size-4 shrink-0 text-ink-3" aria-hidden />
        <Command.Input
          autoFocus
          placeholder={placeholder}
          className="h-10 min-w-0 flex-1 bg-transparent outline-none pointer-coarse:text-lg"
        />
      </div>
      <Command.List className="max-h-72 overflow-y-auto p-1">
        <Command.Empty className="px-3 py-8 text-center text-ink-3">{empty}</Command.Empty>
        {options.map((option) => (
          <Command.Item
            key={option.id}
            value={option.id}
            keywords={[option.name]}
            onSelect={() => onChoose(option.id)}
            className={cx(
              'flex min-h-10 items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover pointer-coarse:min-h-12',
              option.id === chosen && 'bg-selected data-[selected=true]:bg-selected',
            )}
          >
            {option.content}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}
