import { flowIds, isMappedIntent } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';

const signals = [
  'wants_person',
  'account_stolen',
  'access_taken',
  'other_stolen',
  'complaint',
  'self_harm',
  'distress',
  'angry',
  'urgent',
  'injection',
  'thanks',
  'greeting',
  'yes',
  'no',
  'not_helpful',
  'not_now',
  'asks_how',
] as const;
const entities = [
  'asset',
  'network',
  'txid',
  'address',
  'amount',
  'at',
  'orderId',
  'pair',
  'uid',
  'transferId',
  'contact',
] as const;

/** An intent in words. */
export const intentName = (t: Translate, intent: string): string =>
  isMappedIntent(intent) ? t(`intent.${intent}`) : t('flow.unknown');

/** What a flow looks into. */
export function flowName(t: Translate, flow: string): string {
  const known = flowIds.find((it) => it === flow);
  return known ? t(`assistant.flow.${known}`) : t('flow.unknown');
}

export function signalName(t: Translate, signal: string): string {
  const known = signals.find((it) => it === signal);
  return known ? t(`assistant.signal.${known}`) : t('flow.unknown');
}

export function entityName(t: Translate, name: string): string {
  const known = entities.find((it) => it === name);
  return known ? t(`assistant.entity.${known}`) : t('flow.unknown');
}
