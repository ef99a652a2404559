import type { TicketDetail, TicketRisk } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { Button } from '../../../ui/button.tsx';
import { PriorityMark } from '../marks/priority-mark.tsx';
import { Section } from './section.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface RiskProps {
  ticket: TicketDetail;
  actions: TicketActions;
  editable: boolean;
}

/** How much money is at risk, why that is thought, and which priority it asks for. */
export function Risk({ ticket, actions, editable }: RiskProps) {
  const t = useT();
  const wordsOf = useRiskWords();
  const { risk } = ticket;
  if (!risk) return null;
  const differs = !risk.followed && risk.priority !== ticket.priority;
  return (
    <Section
      title={t('risk.title')}
      actions={
        risk.reasons.length > 0 && (
          <span className="text-sm text-ink-3 tabular-nums">{t('risk.score', { score: risk.score })}</span>
        )
      }
    >
      {risk.reasons.length === 0 ? (
        <p className="text-sm text-ink-3">{t('risk.none')}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {risk.reasons.map((reason) => (
            <li key={reason.key} className="flex items-baseline gap-3 text-sm">
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{wordsOf(reason)}</span>
              <span className="shrink-0 text-xs text-ink-3 tabular-nums">
                {t('risk.points', { points: reason.points })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
        <PriorityMark priority={risk.priority} />
        <span className="text-ink-3">
          {t(differs || !risk.followed ? 'risk.not_followed' : 'risk.followed')}
        </span>
        {editable && !risk.followed && (
          <Button size="sm" variant="quiet" onClick={() => void actions.update({ followRisk: true })}>
            {t('risk.follow', { priority: t(`ticket_priority.${risk.priority}`) })}
          </Button>
        )}
      </div>
    </Section>
  );
}

/** A reason in the reader's words. */
function useRiskWords() {
  const t = useT();
  const format = useFormat();
  return ({ key, params }: TicketRisk['reasons'][number]): string => {
    const shown = {
      ...params,
      ...(typeof params['usd'] === 'number' ? { usd: format.number(Math.round(params['usd'])) } : {}),
      ...(typeof params['date'] === 'string' ? { date: format.date(params['date']) } : {}),
      ...(params['tier'] ? { tier: t(`customers.tier.${params['tier'] === 'pro' ? 'pro' : 'vip'}`) } : {}),
    };
    return t(`risk.${key}`, shown);
  };
}
