import { useEffect, useRef, useState } from 'preact/hooks';
import { useChats } from '../../data/use-chats.ts';
import { Bones } from '../bones.tsx';
import { usePortalState, useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { Problem } from '../problem.tsx';
import { channelNames } from './channel-names.ts';
import { ChatLine } from './chat-line.tsx';

/** What happens in another application is looked for so often, in milliseconds, while a code waits, and otherwise. */
const [whileWaiting, otherwise] = [2_000, 30_000];

/** The platforms on which a customer can write to us, and their chats there, to tie to the account and to untie. */
export function ChatsPage() {
  const { t } = useSpeech();
  const verified = usePortalState(({ person }) => person?.verified);
  const { value: chats, refusal, reload } = useChats();
  const value = chats?.items;
  const [told, tell] = useState('');
  const waiting = value?.some(({ pending }) => pending !== null) === true;
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && reload();
    const timer = setInterval(look, waiting ? whileWaiting : otherwise);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  });
  // Whoever agreed in the other application reads here that it is done.
  const before = useRef(value);
  useEffect(() => {
    const done = value?.find(
      ({ inboxId, boundAt }) =>
        boundAt !== null && before.current?.find((it) => it.inboxId === inboxId)?.boundAt === null,
    );
    before.current = value;
    if (done) tell(t('chats.done', { name: channelNames[done.channel] ?? done.channel }));
  }, [value]);

  return (
    <div class="alerts">
      <p class="way-back">
        <Link to={{ at: 'tickets', state: 'active' }}>{t('ticket.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{t('chats.title')}</h1>
      <p class="quiet">{t('chats.text')}</p>
      {!verified ? (
        <p role="status">{t('signIn.exchange')}</p>
      ) : !value && refusal ? (
        <Problem refusal={refusal} onRetry={reload} />
      ) : !value ? (
        <Bones />
      ) : (
        <>
          <p role="status" class={told ? 'notice' : ''}>
            {told}
          </p>
          {value.length === 0 ? (
            <p class="alerts-none">{t('chats.none')}</p>
          ) : (
            <ul class="cards">
              {value.map((it) => (
                <ChatLine
                  key={it.inboxId}
                  chat={it}
                  onChanged={(words) => {
                    tell(words);
                    reload();
                  }}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  );
}
