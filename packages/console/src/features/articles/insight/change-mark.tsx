import type { Figure } from '@fairlead/contract';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';

/** By how much a figure differs from that of the days before. Whether that is good, the reader judges. */
export function ChangeMark({ figure: { now, before } }: { figure: Figure }) {
  const t = useT();
  const format = useFormat();
  const by = now - before;
  if (by === 0) return null;
  const Arrow = by > 0 ? ArrowUp : ArrowDown;
  return (
    <span className="inline-flex items-center text-xs text-ink-3 tabular-nums" title={said()}>
      <Arrow className="size-3" aria-hidden />
      <span aria-hidden>{format.number(Math.abs(by))}</span>
      <span className="sr-only">{said()}</span>
    </span>
  );
  function said() {
    return t('articles.insight.before', { count: before });
  }
}
