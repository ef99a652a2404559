import { timeOfDay } from '../text/moments.ts';
import { languageList, type TextKey } from '../text/texts.ts';
import type { Entry, Row } from '../thread/thread-rows.ts';
import { AttachmentList } from './attachment-list.tsx';
import { useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';
import { RichText } from './rich-text.tsx';

type Group = Extract<Row, { is: 'group' }>;
type Mark = 'waiting' | 'sending' | 'sent' | 'read';

const icons = { waiting: 'clock', sending: 'clock', sent: 'check', read: 'checks' } as const;

/** What one author wrote in one go, with when and how far it came. */
export function MessageGroup({ group, agentReadSeq }: { group: Group; agentReadSeq: number }) {
  const { texts } = useSurroundings();
  const { t, locale } = texts;
  const { mine, author, entries } = group;
  const name = mine
    ? t('thread.you')
    : (author?.name ?? t(author?.type === 'bot' ? 'thread.assistant' : 'thread.agent'));
  const last = entries.at(-1);
  const mark = last && markOf(last, agentReadSeq);
  return (
    <section class={mine ? 'group group-mine' : 'group'}>
      <h3 class={mine ? 'hidden' : 'group-name'}>{name}</h3>
      {entries.map((entry) => (
        <Bubble key={entry.key} entry={entry} />
      ))}
      {last && (
        <p class="group-foot">
          <time dateTime={last.at}>{timeOfDay(locale, last.at)}</time>
          {mine && mark && (
            <span class={`mark mark-${mark}`}>
              <Icon name={icons[mark]} />
              {t(`message.${mark}` satisfies TextKey)}
            </span>
          )}
        </p>
      )}
    </section>
  );
}

function markOf(entry: Entry, agentReadSeq: number): Mark | null {
  if ('message' in entry) return entry.message.seq <= agentReadSeq ? 'read' : 'sent';
  return entry.pending.state === 'failed' ? null : entry.pending.state;
}

/** Platforms are called as their channels, with a large letter: a list of names would weigh more. */
const named = (channel: string) => channel.replace(/^./, (it) => it.toUpperCase());

function Bubble({ entry }: { entry: Entry }) {
  const { chat, texts } = useSurroundings();
  const [message, pending] = 'message' in entry ? [entry.message] : [undefined, entry.pending];
  const { text, attachments } = message ?? pending;
  const failed = pending?.state === 'failed' && pending;
  return (
    <div class="message">
      <AttachmentList attachments={attachments} />
      {text && (
        <div class="bubble" dir="auto">
          <RichText text={text} />
        </div>
      )}
      {message?.publicOn && (
        <p class="group-foot">{texts.wire('place.public_on', { platform: named(message.publicOn) })}</p>
      )}
      {message?.translatedFrom && (
        <p class="group-foot">
          {texts.wire('translation.mark', {
            language: languageList(texts.locale, [message.translatedFrom]),
          })}
        </p>
      )}
      {message?.sources.map(({ title, url }) => (
        <a key={url} href={url} target="_blank" rel="noopener noreferrer nofollow">
          {title}
        </a>
      ))}
      {failed && (
        <div class="failure" role="alert">
          <Icon name="alert" />
          <span>
            {texts.t('message.failed')}{' '}
            {failed.error && texts.wire(`error.${failed.error.code}`, failed.error.params)}
          </span>
          <button type="button" class="text-button" onClick={() => chat.retry(failed.key)}>
            {texts.t('message.retry')}
          </button>
          <button type="button" class="text-button" onClick={() => chat.discard(failed.key)}>
            {texts.t('message.discard')}
          </button>
        </div>
      )}
    </div>
  );
}
