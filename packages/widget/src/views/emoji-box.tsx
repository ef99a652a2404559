import { useEffect, useRef, useState } from 'preact/hooks';

const emojis = [
  ...'😀😄😁😅😂🙂😉😊😍🥰😘😎🤔🤨😐🙄😏😴😕🙁😮😳🥺😢😭😤😡🤯😱🤗',
  ...'👍👎👌🙏👏🤝💪👋👀🎉🔥💯💡🚀📈📉💰🪙💳🔒🔑📱💻📎📷🕐🆗❓❗🐛',
];

/** Common emojis; arrow keys walk through them. */
export function EmojiBox({ label, onPick }: { label: string; onPick: (emoji: string) => void }) {
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelectorAll('button')[at]?.focus(), [at]);

  function onKey(event: KeyboardEvent) {
    const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
    const { gridTemplateColumns } = getComputedStyle(event.currentTarget as Element);
    // As many as fit the panel.
    const columns = gridTemplateColumns.split(' ').length;
    const steps: Record<string, number> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: -at,
      End: emojis.length - 1 - at,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setAt(Math.min(emojis.length - 1, Math.max(0, at + step)));
  }
  return (
    <div class="emoji-box" ref={box} role="listbox" aria-label={label} onKeyDown={onKey}>
      {emojis.map((emoji, index) => (
        <button
          key={emoji}
          type="button"
          role="option"
          aria-selected={index === at}
          tabIndex={index === at ? 0 : -1}
          onClick={() => onPick(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
}
