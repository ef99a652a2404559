import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import { usePart } from './use-part.ts';

interface Props<T> {
  icon: IconName;
  label: string;
  fetch: () => Promise<T>;
  /** What opens, once it is there. */
  children: (part: T, close: () => void) => ComponentChildren;
}

/** A button that opens a box beside it; a press outside, Escape, or leaving it by the keyboard closes it. */
export function Popup<T>({ icon, label, fetch, children }: Props<T>) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  const part = usePart(open, fetch, close);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: Event) => box.current?.contains(event.target as Node) || close();
    addEventListener('pointerdown', onPress);
    addEventListener('blur', close);
    return () => {
      removeEventListener('pointerdown', onPress);
      removeEventListener('blur', close);
    };
  }, [open]);

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    close();
    box.current?.querySelector('button')?.focus();
  }
  function onLeave({ relatedTarget }: FocusEvent) {
    // A press leaves to nowhere first: it is heard by itself.
    if (relatedTarget && !box.current?.contains(relatedTarget as Node)) close();
  }
  return (
    <div class={`popup popup-${icon}`} ref={box} onKeyDown={onKey} onFocusOut={onLeave}>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      {part && children(part, close)}
    </div>
  );
}
