import { type Conversation, noticeChannels, socialCredentials } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { inboxesQuery, teamsQuery } from '../../../queries.ts';
import { useCan } from '../../../session.tsx';
import { CustomerAlerts } from '../../alerts/customer-alerts.tsx';
import { AssistantCard } from '../../assistant/card/assistant-card.tsx';
import { CopilotPanel } from '../../copilot/copilot-panel.tsx';
import { CustomerCard } from '../../customers/customer-card.tsx';
import { ExchangeFacts } from '../../exchange/exchange-facts.tsx';
import { FlowPanel } from '../../exchange/flow-panel.tsx';
import { FreezeSection } from '../../exchange/freeze/freeze-section.tsx';
import { LeakPanel } from '../../shield/leak/leak-panel.tsx';
import { CustomerTickets } from '../../tickets/open/customer-tickets.tsx';
import { CultureCard } from '../culture/culture-card.tsx';
import { useAgentsById } from '../use-agents-by-id.ts';
import { EarlierConversations } from './earlier-conversations.tsx';
import { NoticeConsents } from './notice-consents.tsx';

/** Who asks, how the conversation stands, and what they asked before. */
export function Facts({ conversation, onPutIn }: { conversation: Conversation; onPutIn: () => void }) {
  const t = useT();
  const can = useCan();
  return (
    <div className="flex flex-col divide-y divide-line">
      <LeakPanel key={`leak ${conversation.id}`} conversation={conversation} />
      <CopilotPanel conversation={conversation} onPutIn={onPutIn} />
      {(conversation.channel === 'chat' || socialCredentials[conversation.channel]) && (
        <AssistantCard key={conversation.id} conversation={conversation} />
      )}
      {can('customers.read') && (
        <section aria-label={t('inbox.facts.customer')} className="px-4 py-4">
          <CustomerCard customerId={conversation.customer.id} />
        </section>
      )}
      <CultureCard conversation={conversation} />
      {can('exchange.read') && (
        <section className="px-4 py-3.5">
          <h2 className="mb-1 text-sm font-medium text-ink-2">{t('exchange.title')}</h2>
          <FlowPanel key={`flows ${conversation.id}`} conversation={conversation} />
          {conversation.customer.verified && (
            <>
              <ExchangeFacts key={conversation.id} conversation={conversation} />
              <FreezeSection key={`freeze ${conversation.id}`} conversation={conversation} />
            </>
          )}
        </section>
      )}
      {can('tickets.read') && (
        <section className="px-4 py-3.5">
          <h2 className="mb-1 text-sm font-medium text-ink-2">{t('tickets.customer')}</h2>
          <CustomerTickets customerId={conversation.customer.id} />
        </section>
      )}
      {can('alerts.stop') && conversation.customer.verified && (
        <section className="px-4 py-3.5">
          <h2 className="mb-1 text-sm font-medium text-ink-2">{t('alerts.title')}</h2>
          <CustomerAlerts key={`alerts ${conversation.id}`} customerId={conversation.customer.id} />
        </section>
      )}
      {noticeChannels.includes(conversation.channel) && <NoticeConsents conversation={conversation} />}
      <section className="px-4 py-3.5">
        <h2 className="mb-1 text-sm font-medium text-ink-2">{t('inbox.facts.conversation')}</h2>
        <ConversationFacts conversation={conversation} />
      </section>
      <section className="px-4 py-3.5">
        <h2 className="mb-1 text-sm font-medium text-ink-2">{t('inbox.facts.earlier')}</h2>
        <EarlierConversations conversation={conversation} />
      </section>
    </div>
  );
}

function ConversationFacts({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const agents = useAgentsById();
  const { data: teams } = useQuery({ ...teamsQuery, enabled: can('people.read') });
  const { data: inboxes } = useQuery({ ...inboxesQuery, enabled: can('channels.read'), staleTime: 300_000 });
  const team = teams?.find(({ id }) => id === conversation.teamId)?.name;
  const inbox = inboxes?.find(({ id }) => id === conversation.inboxId)?.name;
  const assignee = conversation.assigneeId ? agents.get(conversation.assigneeId)?.name : undefined;
  const { number, state, topic, language, createdAt, closedAt, closeReason } = conversation;
  return (
    <dl>
      <Fact label={t('inbox.facts.number')}>{t('inbox.number', { number: String(number) })}</Fact>
      <Fact label={t('inbox.facts.state')}>{t(`customers.state.${state}`)}</Fact>
      {closeReason && <Fact label={t('inbox.facts.reason')}>{t(`inbox.close.${closeReason}`)}</Fact>}
      {topic && <Fact label={t('inbox.facts.topic')}>{t(`topic.${topic}`)}</Fact>}
      <Fact label={t('inbox.facts.writes')}>{format.language(language)}</Fact>
      {team && <Fact label={t('inbox.facts.team')}>{team}</Fact>}
      <Fact label={t('inbox.facts.assignee')}>{assignee ?? t('inbox.facts.nobody')}</Fact>
      {inbox && <Fact label={t('inbox.facts.inbox')}>{inbox}</Fact>}
      <Fact label={t('inbox.facts.started')}>{format.dateTime(createdAt)}</Fact>
      {closedAt && <Fact label={t('inbox.facts.closed')}>{format.dateTime(closedAt)}</Fact>}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-baseline gap-2 py-1">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
