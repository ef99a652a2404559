import { platformTroubleOf } from '@fairlead/contract';
import type { Translate } from '../../i18n/i18n.tsx';

/** Words that were kept of a trouble with a platform: ours in the reader's language, and the platform's own as they are. Either may be null, not both. */
export function sayPlatformWords(
  t: Translate,
  words: string,
): { ours: string | null; theirs: string | null } {
  const known = platformTroubleOf(words);
  return known
    ? { ours: t(`channels.trouble.${known.trouble}`), theirs: known.theirs }
    : { ours: null, theirs: words };
}
