import type { Refusal } from '../session/refusal.ts';
import { CloseButton } from './close-button.tsx';
import { useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';

/** There is no chat, and why. */
export function FailedView({ failure }: { failure: Refusal }) {
  const { chat, texts } = useSurroundings();
  return (
    <>
      <header class="bar bar-bare">
        <span class="grow" />
        <CloseButton />
      </header>
      <main class="failed">
        <Icon name="alert" />
        <h1>{texts.t('failed.title')}</h1>
        <p role="alert">{texts.wire(`error.${failure.code}`, failure.params)}</p>
        {failure.passing && (
          <button type="button" class="button" data-focus="calm" onClick={chat.wake}>
            {texts.t('failed.retry')}
          </button>
        )}
      </main>
    </>
  );
}
