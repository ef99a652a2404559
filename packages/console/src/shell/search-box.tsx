import { LoaderCircle, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MessageKey } from '../i18n/i18n.tsx';
import { useT } from '../i18n/i18n.tsx';
import { Input } from '../ui/input.tsx';
import { useShortcut } from './shortcuts.tsx';

/** Milliseconds without a key after which a search begins. */
const pause = 250;

interface SearchBoxProps {
  /** What the address says. */
  value: string;
  /** Called with the trimmed text once the typing pauses: put it into the address. */
  onSearch: (text: string) => void;
  labelKey: MessageKey;
  placeholder: string;
  busy?: boolean;
  className?: string;
}

/** The search of a page, reached by `/`; its text lives in the address. */
export function SearchBox({ value, onSearch, labelKey, placeholder, busy, className }: SearchBoxProps) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  // The address changed by other hands, such as the browser's back button.
  if (seen !== value) {
    setSeen(value);
    if (text.trim() !== value) setText(value);
  }
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => latest.current(wanted), pause);
    return () => clearTimeout(timer);
  }, [text, value]);
  useShortcut('/', () => input.current?.focus(), { labelKey });
  return (
    <Input
      ref={input}
      type="search"
      icon={busy ? <LoaderCircle className="animate-spin" /> : <Search />}
      aria-label={t(labelKey)}
      placeholder={placeholder}
      maxLength={200}
      value={text}
      onValueChange={setText}
      {...(className ? { className } : {})}
    />
  );
}
