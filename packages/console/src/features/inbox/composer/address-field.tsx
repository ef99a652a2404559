import { maximumCopies } from '@fairlead/contract';
import { CircleAlert, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { readAddresses } from './read-addresses.ts';

interface AddressFieldProps {
  label: string;
  value: readonly string[];
  onChange: (addresses: string[]) => void;
  /** Whether something stands there that is no address, and would be left out. */
  onOpen: (open: boolean) => void;
  autoFocus?: boolean;
}

/** E-mail addresses as chips, taken in by Enter, a comma, a space or leaving the field, or pasted; each checked. */
export function AddressField({ label, value, onChange, onOpen, autoFocus = false }: AddressFieldProps) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const type = (typed: string) => {
    setText(typed);
    setWrong(null);
    onOpen(typed.trim() !== '');
  };
  const take = (typed: string) => {
    const { addresses, rest } = readAddresses(typed);
    const all = [...new Set([...value, ...addresses])];
    const tooMany = all.length > maximumCopies;
    if (!tooMany && addresses.length > 0) onChange(all);
    const left = tooMany ? typed : rest;
    setText(left);
    onOpen(left !== '');
    setWrong(
      tooMany
        ? t('inbox.letter.too_many', { maximum: maximumCopies })
        : rest === ''
          ? null
          : t('inbox.letter.address_wrong', { text: rest }),
    );
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <div className="flex min-w-0 flex-wrap items-center gap-1">
        {value.map((address) => (
          <span
            key={address}
            className="flex min-h-6 max-w-full items-center gap-0.5 rounded-sm bg-sunken ps-2 ring-1 ring-line-2/60 ring-inset"
          >
            <bdi className="min-w-0 [overflow-wrap:anywhere]">{address}</bdi>
            <button
              type="button"
              aria-label={t('ui.tag.remove', { tag: address })}
              onClick={() => onChange(value.filter((other) => other !== address))}
              className="grid size-6 place-items-center rounded-sm text-ink-3 hover:text-ink"
            >
              <X className="size-3.5" />
            </button>
          </span>
        ))}
        <input
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          // It was just asked for: writing goes on here.
          autoFocus={autoFocus}
          aria-label={label}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? undefined : id}
          value={text}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => take(text)}
          onPaste={(event) => {
            event.preventDefault();
            take(`${text}${event.clipboardData.getData('text/plain')}`);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1));
            if (![',', ';', '，', '；', ' ', 'Enter'].includes(event.key)) return;
            event.preventDefault();
            take(text);
          }}
          className="h-6 min-w-20 flex-1 rounded-sm bg-transparent px-1 text-ink focus-visible:outline-2 focus-visible:outline-accent-text"
        />
      </div>
      {wrong !== null && (
        <p id={id} role="alert" className="flex items-start gap-1 py-0.5 text-xs text-danger-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {wrong}
        </p>
      )}
    </div>
  );
}
