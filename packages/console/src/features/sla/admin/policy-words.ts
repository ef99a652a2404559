import { type PolicyBody, type SlaConditions, slaKinds } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { channelLabel } from '../../tickets/marks/channel-mark.tsx';
import { calendarsQuery } from './sla-admin-queries.ts';

/** Says a policy in a line: for which tickets it is, and what it promises. */
export function usePolicyWords() {
  const t = useT();
  const format = useFormat();
  const { data: calendars } = useQuery(calendarsQuery);
  return {
    conditions(conditions: SlaConditions): string {
      const { categories, priorities, tiers, channels, languages, verified } = conditions;
      const parts = [
        categories.map((it) => t(`category.${it}`)),
        priorities.map((it) => t(`ticket_priority.${it}`)),
        tiers.map((it) => t(`sla.tier.${it}`)),
        channels.map((it) => channelLabel(t, it)),
        languages.map((it) => format.language(it)),
        verified === null ? [] : [t(verified ? 'sla.verified.yes' : 'sla.verified.no')],
      ].filter((part) => part.length > 0);
      return parts.length === 0 ? t('sla.policy.all') : parts.map((part) => format.anyOf(part)).join(' · ');
    },
    targets({ targets, calendarId }: Pick<PolicyBody, 'targets' | 'calendarId'>): string {
      const promised = slaKinds.flatMap((kind) => {
        const target = targets[kind];
        return target ? [`${t(`sla.kind.${kind}`)} ${format.duration(target.minutes * 60)}`] : [];
      });
      const calendar = calendars?.find((it) => it.id === calendarId)?.name;
      return [...promised, calendar ?? t('sla.calendar.always')].join(' · ');
    },
  };
}
