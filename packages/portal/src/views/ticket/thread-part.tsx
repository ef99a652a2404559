import type { PortalTicket } from '@fairlead/contract';
import { dayName, timeOfDay } from '@fairlead/widget/text/moments';
import { languageList } from '@fairlead/widget/text/texts';
import { type Row, threadRows } from '@fairlead/widget/thread/thread-rows';
import { Attachments } from '@fairlead/widget/views/attachments.tsx';
import { RichText } from '@fairlead/widget/views/rich-text.tsx';
import { useThread } from '../../data/use-thread.ts';
import { Bones } from '../bones.tsx';
import { useSpeech } from '../context.ts';
import { Problem } from '../problem.tsx';
import { Refused } from '../refused.tsx';
import { useDeed } from '../use-deed.ts';
import { AnswerBox } from './answer-box.tsx';

interface Props {
  ticket: PortalTicket;
  onTicket: (ticket: PortalTicket) => void;
}

/** What was said and what happened, in the order of time; and the next answer. */
export function ThreadPart({ ticket, onTicket }: Props) {
  const { t } = useSpeech();
  return ticket.conversationId === null ? (
    <p class="quiet">{t('ticket.silent')}</p>
  ) : (
    <Thread conversationId={ticket.conversationId} ticket={ticket} onTicket={onTicket} />
  );
}

function Thread({ conversationId, ticket, onTicket }: Props & { conversationId: string }) {
  const { t } = useSpeech();
  const { thread, refusal, reload, loadOlder } = useThread(conversationId);
  const older = useDeed();
  if (!thread) {
    return refusal ? <Problem refusal={refusal} onRetry={() => void reload()} /> : <Bones />;
  }
  const { messages } = thread;
  return (
    <section>
      <h2>{t('ticket.timeline')}</h2>
      {(messages[0]?.seq ?? 1) > 1 && (
        <button
          type="button"
          class="button button-quiet"
          disabled={older.busy}
          onClick={() => void older.run(loadOlder)}
        >
          {t('ticket.older')}
        </button>
      )}
      <Refused refusal={older.refusal} />
      <div class="line-of-time" role="log" aria-label={t('thread.messages')}>
        {threadRows(messages, []).map((row) => (
          <Entry key={row.key} row={row} />
        ))}
      </div>
      {!ticket.mergedInto && (
        <AnswerBox
          ticket={ticket}
          onWritten={(next) => {
            onTicket(next);
            void reload();
          }}
        />
      )}
    </section>
  );
}

function Entry({ row }: { row: Row }) {
  const { t, wire, locale } = useSpeech();
  if (row.is === 'day') {
    return (
      <h3 class="day">
        <time dateTime={row.at}>{dayName(locale, row.at)}</time>
      </h3>
    );
  }
  if (row.is === 'system') {
    const { system, createdAt } = row.message;
    return (
      <p class="event">
        <span dir="auto">{system && wire(`system.${system.key}`, system.params)}</span>
        <time dateTime={createdAt}>{timeOfDay(locale, createdAt)}</time>
      </p>
    );
  }
  const { mine, author, entries } = row;
  const name = mine
    ? t('thread.you')
    : (author?.name ?? t(author?.type === 'bot' ? 'thread.assistant' : 'thread.agent'));
  return (
    <article class={mine ? 'said said-mine' : 'said'}>
      <h4>
        <bdi>{name}</bdi>
        <time dateTime={entries[0]?.at}>{timeOfDay(locale, entries[0]?.at ?? '')}</time>
      </h4>
      {entries.map(
        (entry) =>
          'message' in entry && (
            <div key={entry.key} class="said-message">
              {entry.message.text && (
                <div class="said-text" dir="auto">
                  <RichText text={entry.message.text} />
                </div>
              )}
              {entry.message.sources.map(({ title, url }) => (
                <p key={url}>
                  <a href={url}>
                    <bdi>{title}</bdi>
                  </a>
                </p>
              ))}
              {entry.message.translatedFrom && (
                <p class="quiet">
                  {wire('translation.mark', {
                    language: languageList(locale, [entry.message.translatedFrom]),
                  })}
                </p>
              )}
              <Attachments attachments={entry.message.attachments} />
            </div>
          ),
      )}
    </article>
  );
}
