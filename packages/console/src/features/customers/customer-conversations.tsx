import { type Conversation, endpoints } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDot, Clock3, type LucideIcon, MessagesSquare } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { sayMarks } from '../../i18n/say-marks.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

/** Open and closed are two lists of the inbox; here they are one history. */
async function readHistory(customerId: string, signal: AbortSignal): Promise<Conversation[]> {
  const lists = await Promise.all(
    (['all', 'closed'] as const).map((view) =>
      call(endpoints.conversations.list, { query: { view, customerId, limit: 100 }, signal }),
    ),
  );
  const byId = new Map(lists.flatMap((list) => list.items).map((item) => [item.id, item]));
  return [...byId.values()].sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt));
}

/** What a customer asked so far, as far as this agent may see it. */
export function CustomerConversations({ customerId }: { customerId: string }) {
  const t = useT();
  const history = useQuery({
    queryKey: ['conversations', 'of-customer', customerId],
    queryFn: ({ signal }) => readHistory(customerId, signal),
  });
  return (
    <Panel title={t('customers.conversations')} description={t('customers.conversations.text')}>
      {history.error && !history.data ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} className="py-6!" />
      ) : !history.data ? (
        <SkeletonRows rows={4} />
      ) : history.data.length === 0 ? (
        <EmptyState
          icon={<MessagesSquare />}
          title={t('customers.conversations.empty')}
          level={3}
          className="py-6!"
        />
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {history.data.map((conversation) => (
            <ConversationLine key={conversation.id} conversation={conversation} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const states: Record<Conversation['state'], { tone: Tone; icon: LucideIcon }> = {
  bot: { tone: 'neutral', icon: CircleDot },
  queued: { tone: 'warning', icon: Clock3 },
  assigned: { tone: 'accent', icon: CircleDot },
  closed: { tone: 'neutral', icon: CircleCheck },
};

function ConversationLine({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const { tone, icon: Icon } = states[conversation.state];
  return (
    <li>
      <Link
        to="/inbox/$view/$conversationId"
        params={{
          view: conversation.state === 'closed' ? 'closed' : 'all',
          conversationId: conversation.id,
        }}
        className="-mx-2 flex items-center gap-3 rounded-md px-2 py-2.5 hover:bg-hover"
      >
        <span className="w-16 shrink-0 text-sm text-ink-3">
          {t('customers.number', { number: String(conversation.number) })}
        </span>
        <span className="min-w-0 flex-1">
          {conversation.topic && (
            <span className="block text-sm text-ink-3">{t(`topic.${conversation.topic}`)}</span>
          )}
          <span className="block truncate">
            {conversation.preview ? sayMarks(t, conversation.preview.text) : t('customers.no_message')}
          </span>
        </span>
        <Badge tone={tone} icon={<Icon />}>
          {t(`customers.state.${conversation.state}`)}
        </Badge>
        <time
          dateTime={conversation.lastActivityAt}
          className="w-28 shrink-0 text-end text-sm text-ink-3 max-sm:hidden"
        >
          {format.relativeTime(conversation.lastActivityAt)}
        </time>
      </Link>
    </li>
  );
}
