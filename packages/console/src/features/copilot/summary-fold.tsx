import type { CopilotSummary } from '@fairlead/contract';
import { Link } from '@tanstack/react-router';
import { type Translate, useFormat, useT } from '../../i18n/i18n.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { FlowLine } from '../assistant/trace/flow-line.tsx';
import { Step } from '../assistant/trace/step.tsx';
import { entityName, intentName } from '../assistant/trace/trace-words.ts';
import { MessageSources } from '../inbox/thread/message-sources.tsx';
import { StatusBadge } from '../tickets/marks/status-badge.tsx';
import { Fold } from './fold.tsx';

/** The conversation in short, in the agent's words and the customer's own. */
export function SummaryFold({ summary }: { summary: CopilotSummary }) {
  const t = useT();
  return (
    <Fold title={t('copilot.summary')}>
      <Summary summary={summary} />
    </Fold>
  );
}

const nameOf = (t: Translate, kind: CopilotSummary['entities'][number]['kind']): string =>
  kind === 'uid' ? entityName(t, kind) : t(`field.${kind}`);

function Summary({ summary }: { summary: CopilotSummary }) {
  const t = useT();
  const format = useFormat();
  const { asked, entities, tried, ticket, open } = summary;
  const articles = tried.flatMap((it) => (it.by === 'article' ? [it] : []));
  return (
    <dl className="text-sm">
      <Step label={t('copilot.summary.asked')}>
        {asked.length === 0 && <span className="text-ink-3">{t('assistant.card.wants.unknown')}</span>}
        {asked.map(({ intent, seq, text }) => (
          <span key={seq} className="block pb-1">
            {intentName(t, intent)}
            <q dir="auto" className="block text-xs text-ink-3">
              {text}
            </q>
          </span>
        ))}
      </Step>
      {entities.length > 0 && (
        <Step label={t('copilot.summary.named')}>
          <ul className="flex flex-wrap gap-1">
            {entities.map(({ kind, value }) => (
              <li
                key={`${kind} ${value}`}
                className="inline-flex max-w-full min-w-0 flex-wrap items-center gap-x-1 rounded-md bg-sunken ps-1.5 text-xs ring-1 ring-line ring-inset"
              >
                <span className="shrink-0 text-ink-3">{nameOf(t, kind)}</span>
                <CopyText value={value} keep={14} />
              </li>
            ))}
          </ul>
        </Step>
      )}
      <Step label={t('copilot.summary.tried')}>
        {tried.length === 0 && <span className="text-ink-3">{t('copilot.summary.tried.nothing')}</span>}
        {tried.map((it, index) =>
          it.by === 'article' ? null : (
            // What was tried never changes places.
            <span key={index} className="block pb-1">
              {it.by === 'flow' ? <FlowLine flow={it} /> : t('copilot.summary.macro', { name: it.name })}
            </span>
          ),
        )}
        <MessageSources sources={articles} below={false} />
      </Step>
      {ticket && (
        <Step label={t('copilot.summary.ticket')}>
          <Link
            to="/tickets/$ticketId"
            params={{ ticketId: ticket.id }}
            preload={false}
            className="inline-flex flex-wrap items-center gap-x-1.5 rounded-sm hover:underline"
          >
            <span className="tabular-nums">{t('tickets.ticket', { number: String(ticket.number) })}</span>
            <StatusBadge status={ticket.status} />
          </Link>
          {ticket.dueAt && (
            <span className="block text-xs text-ink-3">
              {t('copilot.summary.due', { time: format.dateTime(ticket.dueAt) })}
            </span>
          )}
        </Step>
      )}
      <Step label={t('copilot.summary.open')}>
        {open ? (
          <>
            <q dir="auto">{open.text}</q>
            <span className="block text-xs text-ink-3">{format.dateTime(open.at)}</span>
          </>
        ) : (
          <span className="text-ink-3">{t('copilot.summary.open.nothing')}</span>
        )}
      </Step>
    </dl>
  );
}
