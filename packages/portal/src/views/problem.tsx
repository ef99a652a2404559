import type { Refusal } from '@fairlead/widget/session/refusal';
import { Icon } from '@fairlead/widget/views/icon.tsx';
import { useSpeech } from './context.ts';

/** Something could not be loaded, why, and what can be done. */
export function Problem({ refusal, onRetry }: { refusal: Refusal; onRetry: () => void }) {
  const { t, wire } = useSpeech();
  return (
    <section class="empty">
      <Icon name="alert" />
      <h1>{t('problem.title')}</h1>
      <p role="alert">{wire(`error.${refusal.code}`, refusal.params)}</p>
      {refusal.passing && (
        <button type="button" class="button" onClick={onRetry}>
          {t('failed.retry')}
        </button>
      )}
    </section>
  );
}
