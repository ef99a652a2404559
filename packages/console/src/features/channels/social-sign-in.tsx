import {
  type CallError,
  endpoints,
  type Inbox,
  type SocialInboxView,
  type SocialTrouble,
} from '@fairlead/contract';
import { useMutation } from '@tanstack/react-query';
import { LogIn } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { call } from '../../api.ts';
import { useT } from '../../i18n/i18n.tsx';
import { Button } from '../../ui/button.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { CopiedField } from './copied-field.tsx';

/** What came of connecting: how it is kept now, or why nothing was changed. */
export interface Connected {
  social: SocialInboxView | null;
  trouble: SocialTrouble | null;
}

interface Props {
  inbox: Inbox;
  callbackUrl: string;
  /** What is typed and not yet kept. */
  credentials: () => Record<string, string | null>;
  ready: boolean;
  onConnected: (outcome: Connected) => void;
}

const storageKey = (inboxId: string) => `social-sign-in:${inboxId}`;

/**
 * Signing in on the platform's own page: it leads back here, and what it brings is handed in at once. What was begun lies sealed in this
 * tab meanwhile.
 */
export function SocialSignIn({ inbox, callbackUrl, credentials, ready, onConnected }: Props) {
  const t = useT();
  const begin = useMutation({
    mutationFn: () =>
      call(endpoints.channels.beginSocialSignIn, {
        params: { id: inbox.id },
        body: { credentials: credentials() },
      }),
    onSuccess: ({ url, state, pending }) => {
      sessionStorage.setItem(storageKey(inbox.id), JSON.stringify({ state, pending }));
      location.assign(url);
    },
  });
  const finish = useMutation({
    mutationFn: (back: { pending: string; state: string; code: string }) =>
      call(endpoints.channels.finishSocialSignIn, { params: { id: inbox.id }, body: back }),
    onSuccess: onConnected,
  });
  const { mutate } = finish;
  const done = useRef(false);
  useEffect(() => {
    const back = done.current ? null : takeBack(inbox.id);
    if (!back) return;
    // The code is good for once, and for half a minute.
    done.current = true;
    mutate(back);
  }, [inbox.id, mutate]);
  const ended = (finish.error as CallError | null)?.code === 'request.invalid';
  return (
    <div aria-live="polite" className="flex flex-col gap-3 border-t border-line pt-4">
      <CopiedField label={t('channels.social.callback')} text={callbackUrl} />
      <p className="text-sm text-ink-2">{t('channels.social.callback.hint')}</p>
      {ended ? (
        <p className="text-sm text-danger-text">{t('channels.social.sign_in.failed')}</p>
      ) : (
        <FormError error={finish.error ?? begin.error} />
      )}
      <Button
        icon={<LogIn />}
        disabled={!ready}
        loading={begin.isPending || begin.isSuccess || finish.isPending}
        onClick={() => begin.mutate()}
        className="self-start"
      >
        {t('channels.social.sign_in', { name: t(`channels.channel.${inbox.channel}`) })}
      </Button>
    </div>
  );
}

/** What the page has led back with, for what was begun in this tab; taken out of the address, so that nobody copies it. */
function takeBack(inboxId: string): { pending: string; state: string; code: string } | null {
  const query = new URLSearchParams(location.search);
  const [code, state] = [query.get('code'), query.get('state')];
  if (code === null || state === null) return null;
  history.replaceState(history.state, '', location.pathname);
  const kept = sessionStorage.getItem(storageKey(inboxId));
  sessionStorage.removeItem(storageKey(inboxId));
  const pending = kept === null ? '-' : (JSON.parse(kept) as { pending: string }).pending;
  return { pending, state, code };
}
