import {
  announcementKinds,
  categories,
  recoveryState,
  riskReasons,
  type TimelineEntry,
  ticketPriority,
  ticketStatus,
} from '@fairlead/contract';
import { type MessageKey, useFormat, useT } from '../../../i18n/i18n.tsx';
import { useTicketChoices } from '../choices.ts';

const happenings: Readonly<Record<string, MessageKey>> = {
  'ticket.opened': 'tickets.timeline.opened',
  'ticket.changed': 'tickets.timeline.changed',
  'ticket.commented': 'tickets.timeline.commented',
  'ticket.side_started': 'tickets.timeline.side_started',
  'ticket.side_written': 'tickets.timeline.side_written',
  'ticket.side_failed': 'tickets.timeline.side_failed',
  'ticket.side_settled': 'tickets.timeline.side_settled',
  'ticket.linked': 'tickets.timeline.linked',
  'ticket.unlinked': 'tickets.timeline.unlinked',
  'ticket.merged': 'tickets.timeline.merged',
  'ticket.unmerged': 'tickets.timeline.unmerged',
  'ticket.children_solved': 'tickets.timeline.children_solved',
  'conversation.started': 'tickets.timeline.started',
  'conversation.queued': 'tickets.timeline.queued',
  'conversation.assigned': 'tickets.timeline.assigned',
  'conversation.closed': 'tickets.timeline.closed',
  'conversation.reopened': 'tickets.timeline.reopened',
  'message.posted': 'tickets.timeline.posted',
  'exchange.account_recovery_changed': 'tickets.timeline.recovery',
};

/** Parts of which the facts say that they changed, and not what they hold. */
const parts: Readonly<Record<string, MessageKey>> = {
  subject: 'tickets.column.subject',
  fields: 'tickets.evidence',
  tags: 'tickets.column.tags',
  followerIds: 'tickets.followers',
  checklist: 'tickets.checklist',
  customerId: 'tickets.column.customer',
};

/** Who wrote in a side conversation, and how it stands. */
const sideWords: Readonly<Record<string, MessageKey>> = {
  agent: 'tickets.timeline.side.agent',
  party: 'tickets.timeline.side.party',
  stranger: 'tickets.timeline.side.stranger',
  machine: 'tickets.timeline.side.machine',
  open: 'tickets.side.open',
  done: 'tickets.side.done',
};

/** What was done with an announcement about a tracker. */
const announced: Readonly<Record<string, MessageKey>> = {
  linked: 'tickets.timeline.announced.linked',
  unlinked: 'tickets.timeline.announced.unlinked',
  published: 'tickets.timeline.announced.published',
  corrected: 'tickets.timeline.announced.corrected',
  withdrawn: 'tickets.timeline.announced.withdrawn',
};

type Plain = TimelineEntry['changes'][number]['after'];

/** Puts a fact into words: who, what, and from what to what. */
export function useTimelineWords() {
  const t = useT();
  const format = useFormat();
  const { agents, teams } = useTicketChoices();

  const valueOf = (field: string, value: Plain): string => {
    if (value === null) return t('tickets.timeline.nothing');
    const status = ticketStatus.options.find((it) => it === value);
    const priority = ticketPriority.options.find((it) => it === value);
    const category = categories.find((it) => it === value);
    if (field === 'status' && status) return t(`ticket_status.${status}`);
    if (field === 'priority' && priority) return t(`ticket_priority.${priority}`);
    if (field === 'category' && category) return t(`category.${category}`);
    const named = [...agents, ...teams].find((it) => it.value === value);
    return named?.label ?? (Array.isArray(value) ? format.list(value) : String(value));
  };
  const labels: Readonly<Record<string, MessageKey>> = {
    status: 'tickets.column.status',
    priority: 'tickets.column.priority',
    category: 'tickets.column.category',
    teamId: 'tickets.column.team',
    assigneeId: 'tickets.column.assignee',
  };

  return ({ of, actor, type, changes, details }: TimelineEntry) => {
    const touched = Array.isArray(details['parts']) ? details['parts'] : [];
    const named = touched.flatMap((part) => (parts[part] ? t(parts[part]) : []));
    const why = details['because'];
    const because = riskReasons.flatMap((it) =>
      Array.isArray(why) && why.includes(it) ? t(`risk.word.${it}`) : [],
    );
    const happening = type === 'ticket.announced' ? announced[String(details['did'])] : happenings[type];
    const topic = announcementKinds.find((it) => it === details['topic']);
    const aside = ['by', 'state'].flatMap((key) => {
      const word = type.startsWith('ticket.side_') ? sideWords[String(details[key])] : undefined;
      return word ? t(word) : [];
    });
    const recovered =
      type === 'exchange.account_recovery_changed'
        ? recoveryState.options.find((it) => it === details['state'])
        : undefined;
    return {
      who: actor.name
        ? t('tickets.timeline.by', { agent: actor.name })
        : t(`tickets.timeline.by.${actor.type}`),
      what:
        of === 'child'
          ? t('tickets.timeline.child_opened', { number: String(details['number']) })
          : happening
            ? t(happening)
            : type,
      changes: [
        ...changes.flatMap(({ field, before, after }) => {
          const label = labels[field];
          const values = { before: valueOf(field, before), after: valueOf(field, after) };
          return label ? [t('tickets.timeline.change', { field: t(label), ...values })] : [];
        }),
        ...aside,
        ...(type === 'ticket.opened' && details['source'] === 'api' ? [t('tickets.timeline.by_api')] : []),
        ...(topic ? [t(`announcement.kind.${topic}`)] : []),
        ...(recovered ? [t(`exchange.recovery.state.${recovered}`)] : []),
        ...(because.length > 0 ? [t('risk.timeline', { reasons: format.list(because) })] : []),
        ...(named.length > 0 ? [t('tickets.timeline.parts', { parts: format.list(named) })] : []),
      ],
    };
  };
}
