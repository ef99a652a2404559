import type { Conversation } from '@fairlead/contract';
import { CircleCheck } from 'lucide-react';
import { useFormat, useT } from '../../../i18n/i18n.tsx';

/** Says that a conversation is closed, why and when. */
export function ClosedBar({ conversation: { closedAt, closeReason } }: { conversation: Conversation }) {
  const t = useT();
  const format = useFormat();
  return (
    <p className="mx-3 mb-2 flex items-center gap-2 rounded-md bg-sunken px-3 py-2 text-sm text-ink-2">
      <CircleCheck className="size-4 shrink-0 text-ink-3" aria-hidden />
      {t('inbox.closed', {
        reason: t(`inbox.close.${closeReason ?? 'other'}`),
        moment: closedAt ? format.dateTime(closedAt) : '',
      })}
    </p>
  );
}
