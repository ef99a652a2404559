import { deliveryTroubleOf } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';

/** Why a message did not reach its customer: in the agent's language where we say so, in the platform's own words where it does. */
export function sayFailure(t: Translate, error: string | null): string {
  if (!error) return t('inbox.failed.unknown');
  const trouble = deliveryTroubleOf(error);
  return trouble ? t(`inbox.failed.trouble.${trouble}`) : t('inbox.failed.because', { reason: error });
}
