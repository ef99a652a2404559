import { useSurroundings } from './context.ts';
import { Popup } from './popup.tsx';

/** A button that opens common emojis. */
export function EmojiPicker({ onPick }: { onPick: (emoji: string) => void }) {
  const label = useSurroundings().texts.t('composer.emoji');
  return (
    <Popup icon="smile" label={label} fetch={() => import('./emoji-box.tsx')}>
      {({ EmojiBox }, close) => (
        <EmojiBox
          label={label}
          onPick={(emoji) => {
            close();
            onPick(emoji);
          }}
        />
      )}
    </Popup>
  );
}
