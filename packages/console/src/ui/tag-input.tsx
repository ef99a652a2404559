import { X } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { Input } from './input.tsx';

interface TagInputProps {
  value: string[];
  onChange: (value: string[]) => void;
  placeholder?: string;
  /** Its name where no Field gives one. */
  label?: string;
  maximumLength: number;
  maximumCount: number;
  /** False where a comma is part of what is written. */
  byComma?: boolean;
  autoFocus?: boolean;
}

/** Short texts, each taken in by Enter, a comma, or leaving the field. Inside a Field it takes its label, hint and error. */
export function TagInput(props: TagInputProps) {
  const {
    value,
    onChange,
    placeholder,
    label,
    maximumLength,
    maximumCount,
    byComma = true,
    autoFocus,
  } = props;
  const t = useT();
  const [text, setText] = useState('');
  const take = () => {
    const tag = text.trim();
    if (tag && !value.includes(tag) && value.length < maximumCount) onChange([...value, tag]);
    setText('');
  };
  return (
    <div>
      <Input
        value={text}
        onValueChange={setText}
        maxLength={maximumLength}
        placeholder={placeholder}
        aria-label={label}
        autoFocus={autoFocus ?? false}
        onBlur={take}
        onKeyDown={(event) => {
          const comma = byComma && (event.key === ',' || event.key === '，');
          if (event.nativeEvent.isComposing || !(event.key === 'Enter' || comma)) return;
          event.preventDefault();
          take();
        }}
      />
      {value.length > 0 && (
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {value.map((tag) => (
            <li
              key={tag}
              className="flex min-h-6 max-w-full items-center gap-0.5 rounded-sm bg-sunken ps-2 text-sm ring-1 ring-line-2/60 ring-inset"
            >
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{tag}</bdi>
              <button
                type="button"
                aria-label={t('ui.tag.remove', { tag })}
                onClick={() => onChange(value.filter((other) => other !== tag))}
                className="grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
              >
                <X className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
