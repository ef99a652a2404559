import type { RefObject } from 'preact';
import { useSpeech } from './context.ts';

/** Where a code from a letter is typed. */
export function CodeField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const { t } = useSpeech();
  return (
    <label class="field">
      <span>{t('signIn.code')}</span>
      <input
        ref={field}
        class="code-field"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
        dir="ltr"
      />
    </label>
  );
}
