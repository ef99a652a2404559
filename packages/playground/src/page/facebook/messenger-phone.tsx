import { useEffect, useRef } from 'preact/hooks';
import { LinkedText } from '../phone/linked-text.tsx';
import { useReader } from '../reader.ts';
import type { Line, Written } from './facebook-client.ts';
import { FileView } from './file-view.tsx';
import { WriteLine } from './write-line.tsx';

interface Props {
  readonly lines: readonly Line[];
  readonly send: (written: Written) => Promise<void>;
}

/** A person's Messenger thread with the page. Buttons stand under the last message only, as Messenger has it. */
export function MessengerPhone({ lines, send }: Props) {
  const { t } = useReader();
  const end = useRef<HTMLDivElement>(null);
  const last = lines.at(-1);
  const lastId = last?.id;
  useEffect(() => {
    if (lastId) end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [lastId]);
  const tap = (written: Written) => void send(written).catch(() => {});
  return (
    <section class="fb-phone" aria-label={t('facebook.messenger')}>
      <header class="fb-head">
        <img src="/playground/mark.svg" width="28" height="28" alt="" />
        <div>
          <h2>HTX</h2>
          <p class="quiet">{t('facebook.messenger')}</p>
        </div>
      </header>
      <div class="fb-thread" ref={end} role="log" aria-label={t('facebook.messenger')}>
        {lines.length === 0 ? <p class="fb-empty">{t('facebook.empty')}</p> : null}
        {lines.map((line) => (
          <div key={line.id} class={line.fromPage ? 'fb-line' : 'fb-line fb-own'}>
            {line.file ? <FileView file={line.file} /> : null}
            {line.text ? (
              <p class="fb-bubble" dir="auto">
                <LinkedText text={line.text} />
              </p>
            ) : null}
            {line.late ? <p class="fb-note">{t('facebook.late')}</p> : null}
          </div>
        ))}
        {last?.fromPage && last.quickReplies.length > 0 ? (
          <div class="fb-replies" role="group" aria-label={t('facebook.replies')}>
            {last.quickReplies.map((reply) => (
              <button key={reply} type="button" onClick={() => tap({ text: reply })}>
                {reply}
              </button>
            ))}
          </div>
        ) : null}
        {lines.length === 0 ? (
          <div class="fb-replies">
            <button type="button" onClick={() => tap({ text: t('facebook.getStarted'), postback: true })}>
              {t('facebook.getStarted')}
            </button>
          </div>
        ) : null}
      </div>
      <WriteLine label={t('facebook.message')} send={send} />
    </section>
  );
}
