import { useEffect, useState } from 'preact/hooks';
import { fetchIdentity } from './back-end.ts';
import { embedChat } from './chat-widget.ts';

/** No token is asked for more often than this, whatever the chat says. */
const renewalPause = 30_000;

export type ChatState = 'loading' | 'anonymous' | 'identified' | 'identity-failed' | 'unavailable';

/** Keeps the chat in step with the page: who is signed in, in which language, in which theme. */
export function useChat(
  inboxKey: string | undefined,
  customer: string | null,
  locale: string,
  theme: 'dark' | 'light',
): ChatState {
  const [state, setState] = useState<ChatState>('loading');

  useEffect(() => {
    if (!inboxKey) return;
    embedChat(inboxKey).then(
      (chat) => chat.setLocale(locale),
      () => setState('unavailable'),
    );
  }, [inboxKey, locale]);

  useEffect(() => {
    if (!inboxKey) return;
    embedChat(inboxKey).then(
      (chat) => chat.setTheme(theme),
      () => setState('unavailable'),
    );
  }, [inboxKey, theme]);

  useEffect(() => {
    if (!inboxKey) return;
    // A choice that was changed meanwhile must not sign the earlier customer in.
    let current = true;
    let stopListening: (() => void) | undefined;
    let renewed = 0;
    const show = (next: ChatState) => current && setState(next);
    const identify = async () => {
      const chat = await embedChat(inboxKey);
      if (!current) return;
      stopListening ??= chat.onError(renew);
      if (!customer) {
        chat.identify(null);
        return show('anonymous');
      }
      try {
        const token = await fetchIdentity(customer);
        if (current) chat.identify(token);
        show('identified');
      } catch {
        // Whoever was signed in before must not stay so under another's name.
        if (current) chat.identify(null);
        show('identity-failed');
      }
    };
    // A chat that is opened long after the page was has a token that ran out meanwhile.
    const renew = (code: string) => {
      if (code !== 'identity.token_expired' || Date.now() - renewed < renewalPause) return;
      renewed = Date.now();
      identify().catch(() => show('unavailable'));
    };
    show('loading');
    identify().catch(() => show('unavailable'));
    return () => {
      current = false;
      stopListening?.();
    };
  }, [inboxKey, customer]);

  return state;
}
