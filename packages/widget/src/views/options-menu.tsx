import { useEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';
import { usePart } from './use-part.ts';

/** A button that opens the customer's own settings. */
export function OptionsMenu() {
  const { texts } = useSurroundings();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  const part = usePart(open, () => import('./options-box.tsx'), close);

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
  return (
    <div class="menu" ref={box} onKeyDown={onKey}>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.t('menu.open')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {part && <part.OptionsBox />}
    </div>
  );
}
