import type { ExchangeFacts } from '@fairlead/contract';
import { CloudOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { Badge } from '../../ui/badge.tsx';

type Silent = Extract<ExchangeFacts['standing'], { state: 'silent' }>;
type Answer<T> = { state: 'known'; asOf: string; stale: boolean; value: T } | Silent;

/** One kind of facts: what is known, of when it is where that is not now, or why there is nothing to see. */
export function Part<T>(props: { title: string; answer: Answer<T>; children: (value: T) => ReactNode }) {
  const { title, answer, children } = props;
  const t = useT();
  const format = useFormat();
  return (
    <section>
      <h3 className="mb-0.5 flex flex-wrap items-center gap-2 text-sm font-medium text-ink-2">
        {title}
        {answer.state === 'known' && answer.stale && (
          <Badge tone="warning" icon={<CloudOff aria-hidden />}>
            {t('exchange.stale', { time: format.dateTime(answer.asOf) })}
          </Badge>
        )}
      </h3>
      {answer.state === 'known' ? (
        children(answer.value)
      ) : (
        <p className="text-sm text-ink-3">{t(`exchange.silent.${answer.reason}`)}</p>
      )}
    </section>
  );
}

/** What is said of a kind of which there is none. */
export function NoneOf({ children }: { children: ReactNode }) {
  return <p className="text-sm text-ink-3">{children}</p>;
}
