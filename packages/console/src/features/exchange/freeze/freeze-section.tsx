import type { Conversation, Freeze } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { Snowflake } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorLine } from '../../../ui/error-line.tsx';
import { FreezeActions } from './freeze-actions.tsx';
import { FreezeBadge } from './freeze-badge.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { freezesOfQuery } from './freeze-queries.ts';

/** Freezing the account of a conversation's customer, and what became of it. */
export function FreezeSection({ conversation }: { conversation: Conversation }) {
  const t = useT();
  const can = useCan();
  const [asking, ask] = useState(false);
  const { data, error, refetch } = useQuery(freezesOfQuery(conversation.id));
  const open = data?.items.some(({ state }) => state === 'waiting' || state === 'approved');
  return (
    <div className="mt-3 flex flex-col items-start gap-2">
      {error && !data && <ErrorLine error={error} onRetry={() => void refetch()} />}
      {data?.items.map((it) => (
        <FreezeLine key={it.id} freeze={it} />
      ))}
      {can('exchange.freeze') && data && !open && (
        <Button size="sm" icon={<Snowflake />} onClick={() => ask(true)}>
          {t('exchange.freeze.open')}
        </Button>
      )}
      {asking && (
        <FreezeDialog
          conversationId={conversation.id}
          needsTwo={data?.needsTwo ?? true}
          onClose={() => ask(false)}
        />
      )}
    </div>
  );
}

function FreezeLine({ freeze }: { freeze: Freeze }) {
  const t = useT();
  const format = useFormat();
  const { state, requestedBy, decidedBy, requestedAt, frozenAt, note } = freeze;
  const by = requestedBy?.name ?? t('exchange.freeze.customer');
  return (
    <div className="flex w-full flex-col items-start gap-1 text-sm">
      <FreezeBadge state={state} />
      <p className="text-ink-2">
        {t('exchange.freeze.by', { name: by, time: format.dateTime(frozenAt ?? requestedAt) })}
        {decidedBy && decidedBy.id !== requestedBy?.id && (
          <>
            {' '}
            ·{' '}
            {t(state === 'refused' ? 'exchange.freeze.refused_by' : 'exchange.freeze.agreed_by', {
              name: decidedBy.name,
            })}
          </>
        )}
      </p>
      {note && <p className="break-words text-ink-3">{note}</p>}
      <FreezeActions freeze={freeze} />
    </div>
  );
}
