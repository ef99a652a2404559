import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ReaderContext, useReader } from '../reader.ts';
import { useChoices } from '../use-choices.ts';
import { LinkedText } from './linked-text.tsx';
import {
  edit,
  fetchChat,
  fetchPeople,
  fileAddress,
  type PhoneMessage,
  type PhonePeople,
  sendPicture,
  tap,
  write,
} from './phone-client.ts';
import { PlatformBar } from './platform-bar.tsx';
import { usePhoneReader } from './use-phone-reader.ts';

const every = 500;

/** A phone on which somebody writes to the exchange's bot on the simulated Telegram. */
export function Phone() {
  const [choices, change] = useChoices();
  const reader = usePhoneReader(choices, 'phone.title');
  return (
    <ReaderContext.Provider value={reader}>
      <div class="page phone-page" lang={reader.language} dir="ltr">
        <PlatformBar title={reader.t('phone.title')} choices={choices} change={change} />
        <Messenger />
      </div>
    </ReaderContext.Provider>
  );
}

function Messenger() {
  const { t } = useReader();
  const [known, setKnown] = useState<PhonePeople | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    fetchPeople().then(setKnown, () => setFailed(true));
  }, []);
  const person = chosen ?? known?.people[0]?.id ?? null;
  const attempt = (work: Promise<unknown>) =>
    work.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <main class="phone">
      <header class="phone-head">
        <strong>{known?.bot.name ?? 'Telegram'}</strong>
        <span>{known ? `@${known.bot.username}` : ''}</span>
        <label>
          <span>{t('phone.person')}</span>
          <select
            name="person"
            value={String(person ?? '')}
            onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          >
            {known?.people.map(({ id, firstName, lastName }) => (
              <option key={id} value={String(id)}>
                {[firstName, lastName].filter(Boolean).join(' ')}
              </option>
            ))}
            {known && <option value={String(known.channel.id)}>{known.channel.title}</option>}
          </select>
        </label>
      </header>
      {person !== null && (
        <Chat key={person} person={person} attempt={attempt} readOnly={person === known?.channel.id} />
      )}
      <p class="phone-state" role="status">
        {failed ? t('phone.failed') : known && !known.connected ? t('phone.waiting') : ''}
      </p>
    </main>
  );
}

interface ChatProps {
  readonly person: number;
  readonly attempt: (work: Promise<unknown>) => Promise<void>;
  /** A channel: those who follow it only read. */
  readonly readOnly: boolean;
}

function Chat({ person, attempt, readOnly }: ChatProps) {
  const { t } = useReader();
  const [messages, setMessages] = useState<readonly PhoneMessage[]>([]);
  const [text, setText] = useState('');
  /** The message of their own that they change. */
  const [changed, setChanged] = useState<PhoneMessage | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const look = () => void fetchChat(person).then(setMessages, () => {});
    look();
    const timer = setInterval(look, every);
    return () => clearInterval(timer);
  }, [person]);
  const last = messages.at(-1)?.id;
  useLayoutEffect(() => {
    if (last !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [last]);
  const send = (words: string) => {
    if (words.trim() === '') return;
    setText('');
    setChanged(null);
    void attempt(changed ? edit(person, changed.id, words) : write(person, words));
  };
  const begin = (message: PhoneMessage) => {
    setChanged(message);
    setText(message.text);
    field.current?.focus();
  };
  const leave = () => {
    setChanged(null);
    setText('');
  };
  return (
    <>
      <ol class="phone-chat" aria-live="polite">
        {messages.map((message) => (
          <Bubble
            key={message.id}
            message={message}
            onTap={(data) => void attempt(tap(person, message.id, data))}
            onEdit={() => begin(message)}
          />
        ))}
        <li ref={end} />
      </ol>
      {readOnly ? (
        messages.length === 0 && <p class="phone-state">{t('phone.noPosts')}</p>
      ) : messages.length === 0 ? (
        <button type="button" class="phone-start" onClick={() => send('/start')}>
          {t('phone.start')}
        </button>
      ) : (
        <form
          class="phone-write"
          onSubmit={(event) => {
            event.preventDefault();
            send(text);
          }}
        >
          {changed && (
            <p class="phone-changed">
              <span dir="auto">{t('phone.changes', { text: changed.text })}</span>
              <button type="button" onClick={leave}>
                {t('phone.cancel')}
              </button>
            </p>
          )}
          <label class="phone-picture">
            <span class="hidden">{t('phone.picture')}</span>
            <span aria-hidden="true">＋</span>
            <input
              type="file"
              accept="image/png,image/jpeg"
              onChange={({ currentTarget }) => {
                const [file] = currentTarget.files ?? [];
                if (file) void attempt(sendPicture(person, file));
                currentTarget.value = '';
              }}
            />
          </label>
          <input
            ref={field}
            name="text"
            aria-label={t('phone.write')}
            placeholder={t('phone.write')}
            autocomplete="off"
            maxLength={4096}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onKeyDown={({ key }) => {
              if (key === 'Escape' && changed) leave();
            }}
          />
          <button type="submit">{t('phone.send')}</button>
        </form>
      )}
    </>
  );
}

interface BubbleProps {
  readonly message: PhoneMessage;
  readonly onTap: (data: string) => void;
  readonly onEdit: () => void;
}

function Bubble({ message, onTap, onEdit }: BubbleProps) {
  const { t } = useReader();
  const { text, file, buttons, from } = message;
  return (
    <li class={`phone-message ${from}`}>
      {file?.type.startsWith('image/') && <img src={fileAddress(file.id)} alt={file.name} />}
      {file && !file.type.startsWith('image/') && <a href={fileAddress(file.id)}>{file.name}</a>}
      {text !== '' && (
        <p dir="auto">
          <LinkedText text={text} />
        </p>
      )}
      {(message.edited || from === 'person') && (
        <span class="phone-below">
          {message.edited && <small>{t('phone.edited')}</small>}
          {from === 'person' && (
            <button type="button" aria-label={t('phone.edit')} title={t('phone.edit')} onClick={onEdit}>
              <span aria-hidden="true">✎</span>
            </button>
          )}
        </span>
      )}
      {buttons.map((button) => (
        <button key={button.data} type="button" onClick={() => onTap(button.data)}>
          {button.text}
        </button>
      ))}
    </li>
  );
}
