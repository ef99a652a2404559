import type { SlaWhy } from '@fairlead/contract';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { channelLabel } from '../../tickets/marks/channel-mark.tsx';

/** Says why a policy holds for a ticket: what it asked for, and what the ticket was like. */
export function useWhyWords(): (why: SlaWhy | null) => string {
  const t = useT();
  const format = useFormat();
  return (why) => {
    if (!why) return t('sla.why.unknown');
    const { conditions, traits } = why;
    const reasons = [
      conditions.categories.length > 0 && t('sla.why.category', { value: t(`category.${traits.category}`) }),
      conditions.priorities.length > 0 &&
        t('sla.why.priority', { value: t(`ticket_priority.${traits.priority}`) }),
      conditions.tiers.length > 0 &&
        traits.tier &&
        t('sla.why.tier', { value: t(`sla.tier.${traits.tier}`) }),
      conditions.channels.length > 0 &&
        traits.channel &&
        t('sla.why.channel', { value: channelLabel(t, traits.channel) }),
      conditions.languages.length > 0 && t('sla.why.language', { value: format.language(traits.language) }),
      conditions.verified !== null && t(conditions.verified ? 'sla.why.verified' : 'sla.why.not_verified'),
    ].filter((it) => typeof it === 'string');
    return reasons.length > 0 ? t('sla.why', { reasons: format.list(reasons) }) : t('sla.why.all');
  };
}
