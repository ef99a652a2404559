import type { PortalTicketLine } from '@fairlead/contract';
import { relative } from '../../text/when.ts';
import { useSpeech } from '../context.ts';
import { Link } from '../link.tsx';
import { StatusMark } from '../status-mark.tsx';

/** A ticket as a line of the list. */
export function TicketCard({ line }: { line: PortalTicketLine }) {
  const { t, wire, locale } = useSpeech();
  const { id, number, status, subject, category, unread, updatedAt } = line;
  return (
    <Link class={unread ? 'card card-unread' : 'card'} to={{ at: 'ticket', id }}>
      <span class="card-head">
        <b class="grow" dir="auto">
          {subject}
        </b>
        {unread && <span class="unread">{t('list.unread')}</span>}
      </span>
      <span class="card-foot">
        <StatusMark status={status} />
        <span>{wire(`category.${category}`)}</span>
        <span class="quiet">
          <bdi>{`#${number}`}</bdi>
        </span>
        <time class="quiet" dateTime={updatedAt}>
          {t('list.updated', { when: relative(locale, updatedAt) })}
        </time>
      </span>
    </Link>
  );
}
