import { useSurroundings } from './context.ts';

/** Answers that are given with one tap. */
export function QuickReplies({ replies }: { replies: readonly string[] }) {
  const { chat, texts } = useSurroundings();
  return (
    <div class="quick" role="group" aria-label={texts.t('message.quickReplies')}>
      {replies.map((reply) => (
        <button
          key={reply}
          type="button"
          dir="auto"
          onClick={(event) => {
            // The buttons are about to go, and the keyboard must not be left nowhere.
            event.currentTarget.closest<HTMLElement>('.log')?.focus();
            chat.send(reply, []);
          }}
        >
          {reply}
        </button>
      ))}
    </div>
  );
}
