import { shortMoment } from '../text/moments.ts';
import { type Thread, unreadOf } from '../thread/thread.ts';
import { useSurroundings } from './context.ts';
import { Icon } from './icon.tsx';

/** A conversation in the overview. */
export function ConversationCard({ thread }: { thread: Thread }) {
  const { chat, texts } = useSurroundings();
  const { t, wire, locale } = texts;
  const { id, topic, state, agent, preview, number, lastActivityAt } = thread.conversation;
  const unread = unreadOf(thread);
  const text = preview ? preview.text || t('home.file') : '';
  const standing =
    state === 'closed'
      ? t('state.closed')
      : agent
        ? t('state.with', { agent: agent.name })
        : t('state.waiting');
  return (
    <button type="button" class="card" onClick={() => chat.show({ name: 'thread', id, topic: null })}>
      <span class="card-head">
        <b class="grow">{topic ? wire(`topic.${topic}`) : `#${number}`}</b>
        <time dateTime={lastActivityAt}>{shortMoment(locale, lastActivityAt)}</time>
      </span>
      <span class="card-text" dir="auto">
        {preview?.mine ? t('home.mine', { text }) : text}
      </span>
      <span class="card-foot">
        <span class="grow">{standing}</span>
        {unread > 0 && <span class="card-unread">{t('home.unread', { count: unread })}</span>}
        <Icon name="next" />
      </span>
    </button>
  );
}
