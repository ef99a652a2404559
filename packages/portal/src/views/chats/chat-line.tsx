import type { BoundChat, bindingEndpoints, ResponseOf } from '@fairlead/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../text/when.ts';
import { usePortal, useSpeech } from '../context.ts';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { channelNames } from './channel-names.ts';
import { ConnectSteps } from './connect-steps.tsx';

interface Props {
  chat: BoundChat;
  /** Something was done; what is to be said of it. */
  onChanged: (words: string) => void;
}

/** One platform: whether one's chat there is tied to the account, and what can be done about it. */
export function ChatLine({ chat, onChanged }: Props) {
  const { t, locale } = useSpeech();
  const { api } = usePortal();
  const { busy, refusal, run } = useDeed();
  const [code, setCode] = useState<ResponseOf<(typeof bindingEndpoints)['beginBinding']> | null>(null);
  const [asking, ask] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const { inboxId, channel, account, boundAt, pending } = chat;
  const name = channelNames[channel] ?? channel;
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  useEffect(() => {
    if (boundAt) setCode(null);
  }, [boundAt]);
  const begin = () => run(async () => setCode(await api.chatCode(inboxId)));
  const end = (words: string) =>
    run(() => api.disconnectChat(inboxId)).then((done) => {
      if (!done) return;
      ask(false);
      setCode(null);
      onChanged(words);
    });

  return (
    <li class="card alert">
      <div class="grow">
        <b>{name}</b> {account && <bdi class="quiet">{account.handle ?? account.name}</bdi>}
        <p class="card-foot">
          <span>
            {boundAt ? t('chats.since', { date: dayOf(locale, boundAt) }) : t('chats.notConnected')}
          </span>
        </p>
        {code && !boundAt && (
          <ConnectSteps
            name={name}
            code={code}
            asked={pending?.asked === true}
            over={Date.parse(code.expiresAt) <= Date.now()}
          />
        )}
        {asking && (
          <div role="group" aria-label={t('chats.disconnect.from', { name })}>
            <p>{t('chats.disconnect.ask', { name })}</p>
            <p class="alert-deeds">
              <button ref={keep} type="button" class="button button-quiet" onClick={() => ask(false)}>
                {t('chats.keep')}
              </button>
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() => void end(t('chats.disconnected', { name }))}
              >
                {t('chats.disconnect')}
              </button>
            </p>
          </div>
        )}
        <Refused refusal={refusal} />
      </div>
      <p class="alert-deeds">
        {boundAt ? (
          !asking && (
            <button
              type="button"
              class="text-button"
              aria-label={t('chats.disconnect.from', { name })}
              onClick={() => ask(true)}
            >
              {t('chats.disconnect')}
            </button>
          )
        ) : (
          <button
            type="button"
            class="text-button"
            aria-label={code ? undefined : t('chats.connect.to', { name })}
            disabled={busy}
            onClick={() => void begin().then((done) => done && onChanged(''))}
          >
            {t(code ? 'chats.code.new' : 'chats.connect')}
          </button>
        )}
        {code && !boundAt && (
          <button type="button" class="text-button" disabled={busy} onClick={() => void end('')}>
            {t('chats.cancel')}
          </button>
        )}
      </p>
    </li>
  );
}
