import { useEffect, useRef } from 'preact/hooks';
import type { Written } from '../facebook/facebook-client.ts';
import { WriteLine } from '../facebook/write-line.tsx';
import { LinkedText } from '../phone/linked-text.tsx';
import { useReader } from '../reader.ts';
import { accountName, type Line } from './x-client.ts';
import { XFile } from './x-file.tsx';

interface Props {
  readonly lines: readonly Line[];
  readonly send: (written: Written) => Promise<void>;
}

/** A person's direct messages with the account. */
export function MessagesPhone({ lines, send }: Props) {
  const { t } = useReader();
  const end = useRef<HTMLDivElement>(null);
  const lastId = lines.at(-1)?.id;
  useEffect(() => {
    if (lastId) end.current?.scrollTo({ top: end.current.scrollHeight });
  }, [lastId]);
  return (
    <section class="x-phone" aria-label={t('x.messages')}>
      <header class="x-head">
        <img src="/playground/mark.svg" width="32" height="32" alt="" />
        <div>
          <h2>HTX</h2>
          <p class="quiet">@{accountName}</p>
        </div>
        <span class="x-tag">{t('x.messages')}</span>
      </header>
      <div class="x-thread" ref={end} role="log" aria-label={t('x.messages')}>
        {lines.length === 0 ? <p class="x-empty">{t('x.noMessages')}</p> : null}
        {lines.map((line) => (
          <div key={line.id} class={line.fromAccount ? 'x-line' : 'x-line x-own'}>
            {line.file ? <XFile file={line.file} /> : null}
            {line.text ? (
              <p class="x-bubble" dir="auto">
                <LinkedText text={line.text} />
              </p>
            ) : null}
          </div>
        ))}
      </div>
      <WriteLine label={t('facebook.message')} send={send} />
    </section>
  );
}
