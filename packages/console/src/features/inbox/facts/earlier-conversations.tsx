import type { Conversation } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { sayMarks } from '../../../i18n/say-marks.ts';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useInboxList } from '../list/use-inbox-list.ts';

const shown = 6;

/** The customer's other conversations, as far as this agent may see them. */
export function EarlierConversations({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const { id, customer } = conversation;
  // With a customer the list is all of theirs, open and closed, whatever the view.
  const query = useMemo(() => ({ view: 'all', customerId: customer.id }), [customer.id]);
  const list = useInboxList(query);
  const others = list.items.filter((other) => other.id !== id);
  if (list.loading) {
    return (
      <div role="status" className="flex flex-col gap-2 py-1">
        <span className="sr-only">{t('ui.loading')}</span>
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-3/4" />
      </div>
    );
  }
  if (list.error && others.length === 0) {
    return (
      <p className="flex items-center justify-between gap-2 text-sm text-ink-3">
        {t('inbox.earlier.failed')}
        <Button size="sm" onClick={list.refetch}>
          {t('ui.retry')}
        </Button>
      </p>
    );
  }
  if (others.length === 0) return <p className="text-sm text-ink-3">{t('inbox.earlier.none')}</p>;
  return (
    <ul className="-mx-2 flex flex-col">
      {others.slice(0, shown).map((other) => (
        <Earlier key={other.id} conversation={other} />
      ))}
    </ul>
  );
}

function Earlier({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const { id, number, state, topic, preview, lastActivityAt } = conversation;
  return (
    <li>
      <Link
        to="/inbox/$view/$conversationId"
        params={{ view: state === 'closed' ? 'closed' : 'all', conversationId: id }}
        className="block rounded-md px-2 py-1.5 hover:bg-hover"
      >
        <span className="flex items-baseline gap-2 text-xs text-ink-3">
          <span>{t('inbox.number', { number: String(number) })}</span>
          <span className="min-w-0 truncate">
            {topic ? t(`topic.${topic}`) : null}
            {topic ? ' · ' : null}
            {t(`customers.state.${state}`)}
          </span>
          <time dateTime={lastActivityAt} className="ms-auto shrink-0">
            {format.relativeTime(lastActivityAt)}
          </time>
        </span>
        <span dir="auto" className="block truncate text-sm">
          {sayMarks(t, preview?.text ?? '') || t('customers.no_message')}
        </span>
      </Link>
    </li>
  );
}
