import { useEffect, useRef, useState } from 'preact/hooks';
import { useReader } from '../reader.ts';
import {
  addressOfArticle,
  type Line,
  type PhoneState,
  scanCode,
  tapMenu,
  type Written,
  writeMessage,
} from './wechat-client.ts';
import { WechatLine } from './wechat-line.tsx';
import { WriteLine } from './write-line.tsx';

interface Props {
  readonly person: string;
  readonly state: PhoneState;
  readonly send: (work: Promise<void>) => Promise<void>;
}

/** Milliseconds of silence after which the time stands above the next message. */
const silence = 5 * 60_000;

/** A follower's chat with the account: messages, and below them the account's menu or a line to write in. */
export function WechatPhone({ person, state: { lines, menu, articles, scans }, send }: Props) {
  const { t } = useReader();
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const lastId = lines.at(-1)?.id;
  useEffect(() => {
    if (lastId) end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [lastId]);
  const attempt = async (work: Promise<void>) => {
    try {
      await send(work);
      setFailed(false);
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  };
  const write = (written: Written) => attempt(writeMessage(person, written));
  return (
    <section class="wx-phone" aria-label={t('wechat.chat')}>
      <header class="wx-head">
        <h2>HTX 公众号</h2>
        <p>{t('wechat.account')}</p>
        {scans ? (
          <button type="button" class="wx-scan" onClick={() => void attempt(scanCode(person))}>
            {t('wechat.scan')}
          </button>
        ) : null}
      </header>
      {articles.length > 0 ? (
        <ul class="wx-articles" aria-label={t('wechat.articles')}>
          {articles.slice(-3).map(({ id, title }) => (
            <li key={id}>
              <a href={addressOfArticle(id)} target="_blank" rel="noopener">
                {title}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <div class="wx-thread" ref={end} role="log" aria-label={t('wechat.chat')}>
        {lines.length === 0 ? <p class="wx-empty">{t('wechat.empty')}</p> : null}
        {lines.map((line, index) => (
          <WechatLine
            key={line.id}
            line={line}
            showsTime={startsAnew(line, lines[index - 1])}
            choose={({ id, content }) => void write({ text: content, menuId: id })}
          />
        ))}
      </div>
      {failed ? (
        <p class="wx-failed" role="alert">
          {t('wechat.notSent')}
        </p>
      ) : null}
      <div class="wx-foot">
        <button
          type="button"
          class="wx-switch"
          aria-label={writing ? t('wechat.showMenu') : t('wechat.showKeyboard')}
          onClick={() => setWriting(!writing)}
        >
          <span aria-hidden="true">{writing ? '☰' : '⌨'}</span>
        </button>
        {writing ? (
          <WriteLine write={write} />
        ) : (
          <nav class="wx-menu" aria-label={t('wechat.menu')}>
            {menu.map((key) => (
              <button key={key} type="button" onClick={() => void attempt(tapMenu(person, key))}>
                {key}
              </button>
            ))}
          </nav>
        )}
      </div>
    </section>
  );
}

const startsAnew = (line: Line, before: Line | undefined): boolean =>
  before === undefined || line.at - before.at > silence;
