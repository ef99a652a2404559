import type { Conversation } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { useId } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { ErrorLine } from '../../../ui/error-line.tsx';
import { compromisesQuery } from '../shield-queries.ts';
import { LeakCard } from './leak-card.tsx';

/** What is to be done about secrets that the customer wrote down, and what is done; nothing where they wrote none. */
export function LeakPanel({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const id = useId();
  const { data, error, refetch } = useQuery(compromisesQuery(conversation.id, conversation.lastSeq));
  const known = data ?? [];
  if (error && !data)
    return (
      <section className="px-4 py-3.5">
        <ErrorLine error={error} onRetry={() => void refetch()} />
      </section>
    );
  if (known.length === 0) return null;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 px-4 py-3.5">
      <h2 id={id} className="flex items-center gap-1.5 text-sm font-medium text-danger-text">
        <ShieldAlert className="size-4" aria-hidden />
        {t('shield.leak')}
      </h2>
      {known.map((it) => (
        <LeakCard key={it.exposure} matter={it} conversation={conversation} />
      ))}
    </section>
  );
}
