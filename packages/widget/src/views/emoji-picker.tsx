import { useEffect, useRef, useState } from 'preact/hooks';
import { useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';

const emojis = [
  ...'😀😄😁😅😂🙂😉😊😍🥰😘😎🤔🤨😐🙄😏😴😕🙁😮😳🥺😢😭😤😡🤯😱🤗',
  ...'👍👎👌🙏👏🤝💪👋👀🎉🔥💯💡🚀📈📉💰🪙💳🔒🔑📱💻📎📷🕐🆗❓❗🐛',
];
const columns = 8;

/** Common emojis; arrow keys walk through them. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const { texts } = useSurroundings();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    box.current?.querySelectorAll<HTMLElement>('[role=option]')[at]?.focus();
  }, [open, at]);
  useEffect(() => {
    if (!open) return;
    const onPress = (event: Event) => {
      if (!box.current?.parentElement?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', onPress);
    return () => removeEventListener('pointerdown', onPress);
  }, [open]);

  function onKey(event: KeyboardEvent) {
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: -at,
      End: emojis.length - 1 - at,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.min(emojis.length - 1, Math.max(0, at + step)));
    } else if (event.key === 'Escape') {
      event.preventDefault();
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'Tab') setOpen(false);
  }
  return (
    <div class="emoji">
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={texts.t('composer.emoji')}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="smile" />
      </button>
      {open && (
        <div
          class="emoji-box"
          ref={box}
          role="listbox"
          aria-label={texts.t('composer.emoji')}
          onKeyDown={onKey}
        >
          {emojis.map((emoji, index) => (
            <button
              key={emoji}
              type="button"
              role="option"
              aria-selected={index === at}
              tabIndex={index === at ? 0 : -1}
              onClick={() => {
                setAt(index);
                setOpen(false);
                onPick(emoji);
              }}
            >
              {emoji}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
