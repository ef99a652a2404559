import type { FieldKey, Message, TicketComment, TicketDetail } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { threadQuery } from '../../../live/conversation-queries.ts';
import { commentsQuery } from '../../../live/ticket-queries.ts';
import { customerName } from '../../customers/customer-name.ts';
import { useTicketChoices } from '../choices.ts';
import { choiceLabel } from './evidence.tsx';

/** A ticket on paper: everything on it, without what is for the screen. Only the printer sees it. */
export function TicketPrint({ ticket }: { ticket: TicketDetail }) {
  const t = useT();
  const format = useFormat();
  const { agents, teams } = useTicketChoices();
  const { conversationId } = ticket;
  const { data: thread } = useQuery({
    ...threadQuery(conversationId ?? ''),
    enabled: conversationId !== null,
  });
  const { data: comments = [] } = useQuery(commentsQuery(ticket.id));
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
    ...Object.entries(ticket.fields).map(([key, value]): [string, string] => {
      const field = key as FieldKey;
      const choice = field === 'network' || ['lost_factor', 'payment_method', 'document'].includes(key);
      return [t(`field.${field}`), choice ? choiceLabel(t, field, value) : value];
    }),
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
    </article>,
    document.body,
  );
}

function Said({ entry, name }: { entry: Message | TicketComment; name: string }) {
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
