import { type Agent, type Conversation, languageOf } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { Bot, CircleAlert, Eye, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { sayMarks } from '../../../i18n/say-marks.ts';
import { useViewers } from '../../../live/live-provider.tsx';
import { useMe } from '../../../session.tsx';
import { Avatar } from '../../../ui/avatar.tsx';
import { ChannelIcon } from '../../../ui/channel-icon.tsx';
import { cx } from '../../../ui/cx.ts';
import { hueOf } from '../../../ui/initials.ts';
import { customerName } from '../../customers/customer-name.ts';
import { ConversationClock } from '../../sla/clocks/conversation-clock.tsx';
import { useAttention } from '../attention/attention.tsx';
import { isUnread, standingOf } from '../attention/standing-of.ts';
import { useHasDraft } from '../composer/writing.tsx';
import { CustomerMarks } from '../customer-marks.tsx';
import { hereLabel } from '../here-label.ts';
import type { InboxFilters } from '../use-inbox-address.ts';
import { OfferClock } from './offer-clock.tsx';
import { WaitingClock } from './waiting-clock.tsx';

interface ConversationRowProps {
  conversation: Conversation;
  view: string;
  filters: InboxFilters;
  selected: boolean;
  /** Whether Tab reaches it: one row of the list takes part, the keys move among the rest. */
  reachable: boolean;
  agents: ReadonlyMap<string, Agent>;
  onFocus: () => void;
}

/** One conversation of the list, as a link to it. */
export function ConversationRow(props: ConversationRowProps) {
  const { conversation, view, filters, selected, reachable, agents, onFocus } = props;
  const t = useT();
  const me = useMe().agent.id;
  const hasDraft = useHasDraft(conversation.id);
  const { customer, assigneeId } = conversation;
  const stuck = useAttention().stuck.has(conversation.id);
  const unread = isUnread(conversation);
  const offered = standingOf(conversation, me) === 'offered';
  const assignee = assigneeId && assigneeId !== me ? agents.get(assigneeId) : undefined;
  return (
    <Link
      to="/inbox/$view/$conversationId"
      params={{ view, conversationId: conversation.id }}
      search={filters}
      data-conversation={conversation.id}
      aria-current={selected ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      preload={false}
      className={cx(
        'relative flex h-full gap-2.5 border-b border-line px-3 py-2.5 -outline-offset-2',
        selected ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      {selected && <span aria-hidden className="absolute inset-y-0 start-0 w-0.5 bg-accent" />}
      <span className="relative mt-0.5 shrink-0 self-start">
        <Avatar name={customer.name} hue={hueOf(customer.id)} />
        <span className="absolute -end-1 -bottom-1 grid size-4 place-items-center rounded-full bg-surface text-ink-3 ring-1 ring-line">
          <ChannelIcon channel={conversation.channel} className="size-2.5" />
          <span className="sr-only">{t(`inbox.channel.${conversation.channel}`)}</span>
        </span>
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <span className="flex items-center gap-1.5">
          <span className={cx('min-w-0 truncate', unread ? 'font-semibold' : 'font-medium')}>
            {customerName(t, customer)}
          </span>
          <CustomerMarks customer={customer} />
          <span className="ms-auto shrink-0">
            <RowClock conversation={conversation} offered={offered} />
          </span>
        </span>
        <span className="flex items-center gap-1">
          {stuck && (
            <span className="inline-flex shrink-0 items-center gap-1 font-medium text-danger-text">
              <CircleAlert className="size-3.5" aria-hidden />
              {t('inbox.row.stuck')}
            </span>
          )}
          {hasDraft && !selected && !stuck && (
            <span className="inline-flex shrink-0 items-center gap-1 text-accent-text">
              <PencilLine className="size-3.5" aria-hidden />
              {t('inbox.row.draft')}
            </span>
          )}
          <Preview conversation={conversation} unread={unread} />
          {unread && (
            <span className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">{t('inbox.row.unread')}</span>
            </span>
          )}
        </span>
        <span className="flex items-center gap-1.5 text-xs text-ink-3">
          <RowFacts conversation={conversation} />
          <ConversationClock conversationId={conversation.id} />
          <RowViewers conversationId={conversation.id} agents={agents} />
          {conversation.state === 'bot' && (
            <span title={t('customers.state.bot')} className="shrink-0 text-accent-text">
              <Bot className="size-3.5" aria-hidden />
              <span className="sr-only">{t('customers.state.bot')}</span>
            </span>
          )}
          {assignee && (
            <span title={t('inbox.row.assignee', { agent: assignee.name })} className="shrink-0">
              <Avatar name={assignee.name} hue={assignee.avatarHue} size="xs" />
              <span className="sr-only">{t('inbox.row.assignee', { agent: assignee.name })}</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
}

function RowClock({ conversation, offered }: { conversation: Conversation; offered: boolean }): ReactNode {
  const format = useFormat();
  const { waitingSince, lastActivityAt, state } = conversation;
  if (offered) return <OfferClock conversation={conversation} />;
  if (waitingSince && state !== 'closed') return <WaitingClock since={waitingSince} />;
  return (
    <time dateTime={lastActivityAt} title={format.dateTime(lastActivityAt)} className="text-xs text-ink-3">
      {isToday(lastActivityAt) ? format.time(lastActivityAt) : format.relativeTime(lastActivityAt)}
    </time>
  );
}

function isToday(moment: string): boolean {
  return new Date(moment).toDateString() === new Date().toDateString();
}

/** The text has a box of its own, which is cut at the end of its own direction. */
function Preview({
  conversation: { preview, locale },
  unread,
}: {
  conversation: Conversation;
  unread: boolean;
}) {
  const t = useT();
  if (!preview) return <span className="text-ink-3">{t('inbox.row.empty')}</span>;
  const text = preview.text === '' ? t('inbox.row.attachment') : sayMarks(t, preview.text);
  const by =
    preview.author === 'agent'
      ? t('inbox.row.by_us')
      : preview.author === 'bot'
        ? t('inbox.row.by_bot')
        : null;
  return (
    <>
      {by && <span className="shrink-0 text-ink-3">{by}</span>}
      <span
        dir="auto"
        lang={preview.author === 'customer' ? locale : undefined}
        className={cx('min-w-0 flex-1 truncate', unread ? 'text-ink' : 'text-ink-2')}
      >
        {text}
      </span>
    </>
  );
}

function RowFacts({ conversation: { language, topic, number } }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.5">
      <span
        title={format.language(language)}
        className="shrink-0 rounded-sm bg-sunken px-1 text-2xs leading-4 font-semibold text-ink-2 uppercase ring-1 ring-line ring-inset"
      >
        <span aria-hidden>{languageOf(language)}</span>
        <span className="sr-only normal-case">{format.language(language)}</span>
      </span>
      <span className="shrink-0">{t('inbox.number', { number: String(number) })}</span>
      {topic && <span className="truncate">{t(`topic.${topic}`)}</span>}
    </span>
  );
}

function RowViewers({
  conversationId,
  agents,
}: {
  conversationId: string;
  agents: ReadonlyMap<string, Agent>;
}) {
  const t = useT();
  const format = useFormat();
  const viewers = useViewers(conversationId);
  const names = viewers.flatMap((viewer) => agents.get(viewer.agentId)?.name ?? []);
  if (names.length === 0) return null;
  const replying = viewers.some((viewer) => viewer.replying);
  const label = hereLabel(t, names, format.list(names), replying);
  const Icon = replying ? PencilLine : Eye;
  return (
    <span
      title={label}
      className={cx('inline-flex shrink-0 items-center gap-0.5', replying && 'text-accent-text')}
    >
      <Icon className="size-3.5" aria-hidden />
      {names.length > 1 && <span aria-hidden>{format.number(names.length)}</span>}
      <span className="sr-only">{label}</span>
    </span>
  );
}
