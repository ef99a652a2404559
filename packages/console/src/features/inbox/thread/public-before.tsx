import { type Agent, type Conversation, endpoints } from '@fairlead/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { MessageBubble } from './message-bubble.tsx';
import { SystemLine } from './system-line.tsx';
import { type PublicEnd, threadEntries } from './thread-entries.ts';

/** As much as is shown in place; the rest stands in the public conversation itself. */
const shown = 50;

const beforeQuery = (id: string) =>
  queryOptions({
    queryKey: ['public-before', id],
    queryFn: () => call(endpoints.conversations.messages, { params: { id }, query: { limit: shown } }),
    staleTime: 60_000,
  });

interface Props {
  from: PublicEnd;
  conversation: Conversation;
  agents: ReadonlyMap<string, Agent>;
}

/** What was said in public before it went on here, above the private chat: one reads both as one. */
export function PublicBefore({ from, conversation, agents }: Props) {
  const t = useT();
  const { data, error, refetch } = useQuery(beforeQuery(from.conversationId));
  const platform = t(`inbox.channel.${from.channel}`);
  const entries = threadEntries({ messages: data?.items ?? [], reachedStart: false }, [], null);
  return (
    <section aria-label={t('inbox.before', { platform, number: String(from.number) })} className="pb-2">
      <p className="flex flex-wrap items-center justify-center gap-1 py-1 text-xs text-ink-3">
        {t('inbox.before', { platform, number: String(from.number) })}
        <Link
          to="/inbox/$view/$conversationId"
          params={{ view: 'closed', conversationId: from.conversationId }}
          className="underline underline-offset-2"
        >
          {t('inbox.before.open')}
        </Link>
      </p>
      {error && data === undefined && (
        <p className="text-center">
          <Button size="sm" onClick={() => void refetch()}>
            {t('inbox.thread.older_failed')}
          </Button>
        </p>
      )}
      {entries.map((entry) => {
        if (entry.kind === 'system')
          return (
            <div key={entry.key} className="py-1">
              <SystemLine message={entry.message} />
            </div>
          );
        if (entry.kind !== 'message') return null;
        const { message, first, last } = entry;
        return (
          <div key={entry.key} className={first ? 'pt-2.5 pb-0.5' : 'py-0.5'}>
            <MessageBubble
              // Before it was noted where a message stands it stood where its conversation did.
              message={{
                ...message,
                publicOn: message.publicOn ?? (message.kind === 'text' ? from.channel : null),
              }}
              conversation={conversation}
              first={first}
              last={last}
              agents={agents}
            />
          </div>
        );
      })}
      <p className="flex items-center gap-3 pt-3 text-xs font-medium text-ink-3">
        <span aria-hidden className="h-px flex-1 bg-line" />
        {t('inbox.before.end')}
        <span aria-hidden className="h-px flex-1 bg-line" />
      </p>
    </section>
  );
}
