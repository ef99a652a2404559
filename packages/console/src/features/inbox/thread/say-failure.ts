import { deliveryTroubleOf, type ErrorCode, errorCatalogue } from '@fairlead/contract';
import type { Translate } from '../../../i18n/i18n.tsx';
import { sayPlatformWords } from '../../channels/say-platform-words.ts';

/** Why a message did not reach its customer: in the agent's language where we say so, in the platform's own words where it does. */
export function sayFailure(t: Translate, error: string | null): string {
  if (!error) return t('inbox.failed.unknown');
  const trouble = deliveryTroubleOf(error);
  if (trouble) return t(`inbox.failed.trouble.${trouble}`);
  if (isPlainCode(error)) return t('inbox.failed.because', { reason: t(`error.${error}`) });
  const { ours, theirs } = sayPlatformWords(t, error);
  return t('inbox.failed.because', { reason: [ours, theirs].filter(Boolean).join(' ') });
}

/** What was refused before anything was sent is kept as the code of the refusal; its text stands by itself where it names nothing. */
const isPlainCode = (words: string): words is ErrorCode =>
  Object.hasOwn(errorCatalogue, words) && errorCatalogue[words as ErrorCode].params.length === 0;
