import type { Message, SideConversation, SideMessage, TicketComment, TicketDetail } from '@fairlead/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { threadQuery } from '../../../live/conversation-queries.ts';
import { commentsQuery, timelineQuery } from '../../../live/ticket-queries.ts';
import { customerName } from '../../customers/customer-name.ts';
import { useTicketChoices } from '../choices.ts';
import { useForms } from '../forms/use-forms.ts';
import { sideMessagesQuery, sidesQuery } from '../side/side-queries.ts';
import { useTimelineWords } from './use-timeline-words.ts';

/** A ticket on paper: everything on it, without what is for the screen. Only the printer sees it. */
export function TicketPrint({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const format = useFormat();
  const { agents, teams } = useTicketChoices();
  const forms = useForms();
  const { conversationId } = ticket;
  const { data: thread } = useQuery({
    ...threadQuery(conversationId ?? ''),
    enabled: conversationId !== null,
  });
  const { data: comments = [] } = useQuery(commentsQuery(ticket.id));
  const { data: sides = [] } = useQuery(sidesQuery(ticket.id));
  const named = (id: string | null, among: { value: string; label: string }[]) =>
    among.find(({ value }) => value === id)?.label ?? t('tickets.nobody');
  const facts: [string, string][] = [
    [t('tickets.column.status'), t(`ticket_status.${ticket.status}`)],
    [t('tickets.column.priority'), t(`ticket_priority.${ticket.priority}`)],
    [t('tickets.column.category'), t(`category.${ticket.category}`)],
    [t('tickets.column.customer'), ticket.customer ? customerName(t, ticket.customer) : t('tickets.nobody')],
    [t('tickets.column.team'), named(ticket.teamId, teams)],
    [t('tickets.column.assignee'), named(ticket.assigneeId, agents)],
    [t('tickets.column.created'), format.dateTime(ticket.createdAt)],
    ...(ticket.solvedAt
      ? [[t('tickets.column.solved'), format.dateTime(ticket.solvedAt)] as [string, string]]
      : []),
    ...Object.entries(ticket.fields).map(([key, value = '']): [string, string] => [
      forms.nameOf(key, ticket.category),
      forms.shownOf(key, value, ticket.category),
    ]),
  ];
  const messages = thread?.messages.filter((message) => message.kind === 'text') ?? [];
  return createPortal(
    <article className="print-sheet">
      <h1>{t('tickets.named', { number: String(ticket.number), subject: ticket.subject })}</h1>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {messages.length > 0 && <h2>{t('tickets.conversation')}</h2>}
      {messages.map((message) => (
        <Said
          key={message.id}
          entry={message}
          name={
            message.author.name ??
            t(`inbox.author.${message.author.type === 'customer' ? 'customer' : 'bot'}`)
          }
        />
      ))}
      {comments.length > 0 && <h2>{t('tickets.comments')}</h2>}
      {comments.map((comment) => (
        <Said key={comment.id} entry={comment} name={comment.author.name} />
      ))}
      {sides.map((side) => (
        <PrintedSide key={side.id} side={side} />
      ))}
      <PrintedTimeline ticketId={ticket.id} />
    </article>,
    document.body,
  );
}

function PrintedSide({ side }: { side: SideConversation }) {
  const t = useT();
  const format = useFormat();
  const { data: letters = [] } = useQuery(sideMessagesQuery(side.ticketId, side.id));
  return (
    <>
      <h2>
        {t('tickets.side')}: {side.subject} ({format.list(side.parties)})
      </h2>
      {letters.map((letter) => (
        <Said
          key={letter.id}
          entry={letter}
          name={letter.author?.name ?? letter.from.name ?? letter.from.address}
        />
      ))}
    </>
  );
}

/** Everything that happened, as a table; the oldest first, as a file is read. */
function PrintedTimeline({ ticketId }: { ticketId: string }) {
  const t = useT();
  const format = useFormat();
  const words = useTimelineWords();
  const { data } = useInfiniteQuery(timelineQuery(ticketId));
  const entries = data?.pages.flatMap((page) => page.items).reverse() ?? [];
  if (entries.length === 0) return null;
  return (
    <>
      <h2>{t('tickets.timeline')}</h2>
      <ol>
        {entries.map((entry) => {
          const { who, what, changes } = words(entry);
          return (
            <li key={entry.id}>
              <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
              <span>
                {what} {who}
                {changes.map((change) => (
                  <span key={change}>{change}</span>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function Said({ entry, name }: { entry: Message | TicketComment | SideMessage; name: string }) {
  const format = useFormat();
  return (
    <section>
      <h3>
        {name} <time dateTime={entry.createdAt}>{format.dateTime(entry.createdAt)}</time>
      </h3>
      <p dir="auto">{entry.text}</p>
    </section>
  );
}
