import type { BoundChat, TellBy, ToldBy } from '@fairlead/contract';
import { liveChatPatienceMinutes } from '@fairlead/contract/live-chat-patience';
import { useId, useRef } from 'preact/hooks';
import { useChats } from '../data/use-chats.ts';
import { channelNames } from './chats/channel-names.ts';
import { usePortalState, useSpeech } from './context.ts';
import { Link } from './link.tsx';

interface Props {
  /** Null for the page only. */
  value: TellBy | null;
  onValue: (value: TellBy | null) => void;
  /** It was to be sent: an address that is none is marked. */
  tried: boolean;
  /** What was chosen before: a chat is named also while its platform is not to be had. */
  kept?: ToldBy | null;
}

type Chat = Pick<BoundChat, 'inboxId' | 'channel' | 'account' | 'newsHours'>;

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** Whether letters are wished for and could not go there at all. */
export const goesNowhere = (value: TellBy | null): boolean =>
  value?.by === 'email' && !isAddress(value.address);

/** As it is sent. */
export const tidied = (value: TellBy | null): TellBy | null =>
  value?.by === 'email' ? { by: 'email', address: value.address.trim() } : value;

/** How to be told of news: by the ways that exist. */
export function TellChoice({ value, onValue, tried, kept = null }: Props) {
  const { t } = useSpeech();
  const mail = usePortalState((state) => state.config?.mail === true);
  const own = usePortalState((state) => state.person?.email ?? '');
  const chats = useChats().value;
  const all = chats?.items ?? [];
  const live = chats?.liveChat === true || value?.by === 'live_chat' || kept?.by === 'live_chat';
  const connected: Chat[] = all.filter(({ boundAt }) => boundAt !== null);
  const name = useId();
  const address = useRef(value?.by === 'email' ? value.address : own);
  if (kept?.by === 'chat' && !connected.some(({ inboxId }) => inboxId === kept.inboxId))
    connected.push({ ...kept, account: null, newsHours: null });
  const connect = all.length > 0 && connected.length === 0 && (
    <p>
      <Link to={{ at: 'chats' }}>{t('tell.chat.connect')}</Link>
    </p>
  );
  if (!mail && connected.length === 0 && !live)
    return (
      <div class="tell">
        <p class="quiet">{t('tell.noMail')}</p>
        {connect}
      </div>
    );
  return (
    <fieldset class="tell">
      <legend>{t('tell.title')}</legend>
      {mail && (
        <ByEmail
          name={name}
          value={value?.by === 'email' ? value.address : null}
          wrong={tried && goesNowhere(value)}
          onPick={() => onValue({ by: 'email', address: address.current })}
          onValue={(typed) => {
            address.current = typed;
            onValue({ by: 'email', address: typed });
          }}
        />
      )}
      {live && (
        <ByLiveChat
          name={name}
          checked={value?.by === 'live_chat'}
          onPick={() => onValue({ by: 'live_chat' })}
        />
      )}
      {connected.map((chat) => (
        <ByChat
          key={chat.inboxId}
          name={name}
          chat={chat}
          checked={value?.by === 'chat' && value.inboxId === chat.inboxId}
          onPick={() => onValue({ by: 'chat', inboxId: chat.inboxId })}
        />
      ))}
      <label class="choice">
        <input type="radio" name={name} checked={value === null} onChange={() => onValue(null)} />
        <span>{t('tell.page')}</span>
      </label>
      <p class="quiet">{t('tell.hint')}</p>
      {connect}
    </fieldset>
  );
}

interface ByEmailProps {
  /** Of the choices. */
  name: string;
  /** Null: another way is chosen. */
  value: string | null;
  wrong: boolean;
  onPick: () => void;
  onValue: (address: string) => void;
}

function ByEmail({ name, value, wrong, onPick, onValue }: ByEmailProps) {
  const { t, wire } = useSpeech();
  return (
    <>
      <label class="choice">
        <input type="radio" name={name} checked={value !== null} onChange={onPick} />
        <span>{t('tell.email')}</span>
      </label>
      {value !== null && (
        <input
          type="email"
          required
          maxLength={254}
          dir="ltr"
          autoComplete="email"
          aria-label={t('address.label')}
          value={value}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby={wrong ? `${name}-problem` : undefined}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
      {wrong && (
        <p class="field-problem" id={`${name}-problem`}>
          {wire('error.ticket.field_invalid')}
        </p>
      )}
    </>
  );
}

function ByLiveChat({ name, checked, onPick }: Omit<ByChatProps, 'chat'>) {
  const { t } = useSpeech();
  const hint = `${name}-live`;
  return (
    <>
      <label class="choice">
        <input
          type="radio"
          name={name}
          checked={checked}
          aria-describedby={checked ? hint : undefined}
          onChange={onPick}
        />
        <span>{t('tell.live')}</span>
      </label>
      {checked && (
        <p class="quiet tell-more" id={hint}>
          {t('tell.live.hint', { minutes: liveChatPatienceMinutes })}
        </p>
      )}
    </>
  );
}

interface ByChatProps {
  name: string;
  chat: Chat;
  checked: boolean;
  onPick: () => void;
}

function ByChat({ name, chat, checked, onPick }: ByChatProps) {
  const { t } = useSpeech();
  const { channel, account, newsHours } = chat;
  const platform = channelNames[channel] ?? channel;
  const hint = `${name}-${chat.inboxId}`;
  return (
    <>
      <label class="choice">
        <input
          type="radio"
          name={name}
          checked={checked}
          aria-describedby={checked ? hint : undefined}
          onChange={onPick}
        />
        <span>
          {t('tell.chat', { name: platform })}{' '}
          {account && <bdi class="quiet">{account.handle ?? account.name}</bdi>}
        </span>
      </label>
      {checked && (
        <p class="quiet tell-more" id={hint}>
          {newsHours !== null && `${t('tell.chat.window', { name: platform, hours: newsHours })} `}
          {t('tell.chat.hint', { name: platform })}
        </p>
      )}
    </>
  );
}
