import type { PostLength } from '@fairlead/contract';
import { weightedLength } from '@fairlead/contract/weighted-length';
import { useFormat, useT } from '../../../i18n/i18n.tsx';

/** How much of a post the text fills, and what becomes of it when it is too long for one. */
export function PostLengthNote({ text, maximum, weighted }: { text: string } & PostLength) {
  const t = useT();
  const format = useFormat();
  const count = weighted ? weightedLength(text) : text.length;
  if (count === 0) return null;
  return (
    <span className="tabular-nums">
      {t('inbox.place.length', { count: format.number(count), maximum: format.number(maximum) })}
      {count > maximum && <> · {t('inbox.place.length.several')}</>}
    </span>
  );
}
