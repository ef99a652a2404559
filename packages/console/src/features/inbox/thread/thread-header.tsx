import type { Conversation } from '@fairlead/contract';
import { ArrowLeft, Bot } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useMe } from '../../../session.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { customerName } from '../../customers/customer-name.ts';
import { standingOf } from '../attention/standing-of.ts';
import { CustomerMarks } from '../customer-marks.tsx';
import { OfferClock } from '../list/offer-clock.tsx';
import { WaitingClock } from '../list/waiting-clock.tsx';
import { useAgentsById } from '../use-agents-by-id.ts';

interface ThreadHeaderProps {
  conversation: Conversation;
  onBack: () => void;
  actions: ReactNode;
}

/** Whose conversation it is, how it stands, and what can be done. */
export function ThreadHeader({ conversation, onBack, actions }: ThreadHeaderProps) {
  const t = useT();
  const format = useFormat();
  const me = useMe().agent.id;
  const agents = useAgentsById();
  const { customer, number, language, state, assigneeId, waitingSince } = conversation;
  const holder = assigneeId ? agents.get(assigneeId)?.name : undefined;
  const standing =
    state !== 'assigned' || !holder
      ? t(`customers.state.${state}`)
      : assigneeId === me
        ? t('inbox.header.yours')
        : t('inbox.header.with', { agent: holder });
  const facts = [standing, t('inbox.number', { number: String(number) }), format.language(language)];
  const offered = standingOf(conversation, me) === 'offered';
  return (
    <header className="flex min-h-14 items-center gap-2 border-b border-line bg-surface px-3 py-1.5">
      <IconButton
        label={t('inbox.back')}
        shortcut="u"
        icon={<ArrowLeft className="rtl:-scale-x-100" />}
        onClick={onBack}
        className="md:hidden"
      />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-1.5">
          <h2 className="min-w-0 truncate text-lg leading-6 font-semibold">{customerName(t, customer)}</h2>
          <CustomerMarks customer={customer} />
        </div>
        <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-3">
          {offered ? (
            <OfferClock conversation={conversation} />
          ) : (
            waitingSince && state !== 'closed' && <WaitingClock since={waitingSince} />
          )}
          <span className="inline-flex items-center gap-1">
            {state === 'bot' && <Bot className="size-3.5 text-accent-text" aria-hidden />}
            {facts.join(' · ')}
          </span>
        </p>
      </div>
      {actions}
    </header>
  );
}
