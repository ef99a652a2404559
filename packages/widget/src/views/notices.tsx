import { useState } from 'preact/hooks';
import { useChatState, useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';

/** What the customer should know about the chat itself: the line, their sign-in, their browser. */
export function Notices({ lasting }: { lasting: boolean }) {
  const { chat, texts } = useSurroundings();
  const link = useChatState((state) => state.link);
  const notice = useChatState((state) => state.notice);
  const verified = useChatState((state) => state.customer?.verified);
  const [seen, setSeen] = useState(false);
  const { t, wire } = texts;
  return (
    <div class="notices">
      <div role="status">
        {link === 'offline' && (
          <p class="notice notice-warning">
            <Icon name="alert" />
            {t('notice.offline')}
          </p>
        )}
        {link === 'connecting' && (
          <p class="notice notice-late">
            <Icon name="retry" />
            {t('notice.connecting')}
          </p>
        )}
        {notice && (
          <Dismissable onDismiss={() => chat.store.set({ notice: null })}>
            {wire(`error.${notice}`)} {!verified && t('notice.visitor')}
          </Dismissable>
        )}
        {!lasting && !seen && <Dismissable onDismiss={() => setSeen(true)}>{t('notice.memory')}</Dismissable>}
      </div>
    </div>
  );
}

function Dismissable({ children, onDismiss }: { children: preact.ComponentChildren; onDismiss: () => void }) {
  const { texts } = useSurroundings();
  return (
    <p class="notice notice-warning">
      <Icon name="alert" />
      <span class="grow">{children}</span>
      <button type="button" class="notice-button" onClick={onDismiss}>
        {texts.t('notice.dismiss')}
      </button>
    </p>
  );
}
