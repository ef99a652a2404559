import { deliveryTroubleOf } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';
import { sayPlatformWords } from '../../channels/say-platform-words.ts';

/** Why a message did not reach its customer: in the agent's language where we say so, in the platform's own words where it does. */
export function sayFailure(t: Translate, error: string | null): string {
  if (!error) return t('inbox.failed.unknown');
  const trouble = deliveryTroubleOf(error);
  if (trouble) return t(`inbox.failed.trouble.${trouble}`);
  const { ours, theirs } = sayPlatformWords(t, error);
  return t('inbox.failed.because', { reason: [ours, theirs].filter(Boolean).join(' ') });
}
