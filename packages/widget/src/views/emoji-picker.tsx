import { useEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';
import { usePart } from './use-part.ts';

/** A button that opens common emojis. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { texts } = useSurroundings();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const close = () => setOpen(false);
  const part = usePart(open, () => import('./emoji-box.tsx'), close);

  useEffect(() => {
    if (!open) return;
    const onPress = (event: Event) => box.current?.contains(event.target as Node) || close();
    addEventListener('pointerdown', onPress);
    return () => removeEventListener('pointerdown', onPress);
  }, [open]);

  function onKey(event: KeyboardEvent) {
    if (!open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      box.current?.querySelector('button')?.focus();
    } else if (event.key === 'Tab') close();
  }
  return (
    <div class="emoji" ref={box} onKeyDown={onKey}>
      <button
        type="button"
        class="icon-button"
        aria-label={texts.t('composer.emoji')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="smile" />
      </button>
      {part && (
        <part.EmojiBox
          label={texts.t('composer.emoji')}
          onPick={(emoji) => {
            close();
            onPick(emoji);
          }}
        />
      )}
    </div>
  );
}
