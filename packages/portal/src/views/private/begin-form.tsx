import { useState } from 'preact/hooks';
import { useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useHoldBack } from '../shield/use-hold-back.tsx';
import { useDeed } from '../use-deed.ts';

/** Characters in one message, by the contract. */
const longest = 8000;

/** The first words of a private chat. */
export function BeginForm({ onBegin }: { onBegin: (text: string, anyway: boolean) => Promise<void> }) {
  const { t } = useSpeech();
  const { busy, refusal, run } = useDeed();
  const [text, setText] = useState('');
  const { holds, box } = useHoldBack<'text'>({
    onRemove: (_, left) => setText(left),
    onAnyway: () => submit(true),
  });
  const ready = text.trim() !== '';

  function submit(anyway: boolean) {
    if (!ready) return;
    void run(async () => {
      if (!anyway && (await holds({ text }))) return;
      await onBegin(text.trim(), anyway);
    });
  }
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <label class="field">
        <span>{t('private.label')}</span>
        <textarea
          rows={4}
          dir={text ? 'auto' : undefined}
          maxLength={longest}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      {box}
      <Refused refusal={refusal} />
      <div class="form-foot">
        <button type="submit" class="button" disabled={busy || !ready}>
          {t(busy ? 'message.sending' : 'private.begin')}
        </button>
      </div>
    </form>
  );
}
