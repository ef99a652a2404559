import type { SlaAlert } from '@fairlead/contract';
import { AlarmClock, type LucideIcon, PhoneCall, TriangleAlert } from 'lucide-react';
import type { Translate } from '../../../i18n/i18n.tsx';

/** What an alert is about: somebody on call is needed, a promise was broken, or it soon will be. */
type AlertKind = 'call' | 'breach' | 'warning';

export const alertKindOf = ({ onCall, share }: Pick<SlaAlert, 'onCall' | 'share'>): AlertKind =>
  onCall ? 'call' : share >= 1 ? 'breach' : 'warning';

/** How each looks; the icon and the words say it without the colour. */
export const alertLooks: Record<AlertKind, { icon: LucideIcon; ink: string }> = {
  call: { icon: PhoneCall, ink: 'text-danger-text' },
  breach: { icon: TriangleAlert, ink: 'text-danger-text' },
  warning: { icon: AlarmClock, ink: 'text-warning-text' },
};

/** An alert in words, such as “#10023: the first answer is late”. */
export function alertWords(t: Translate, alert: SlaAlert): string {
  return t(`sla.alert.${alertKindOf(alert)}`, {
    number: String(alert.ticketNumber),
    kind: t(`sla.kind.${alert.kind}`),
  });
}
