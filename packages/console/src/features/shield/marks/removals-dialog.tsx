import { endpoints, type Message, type Removal } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useFormat, useT } from '../../../i18n/i18n.tsx';
import { useCan } from '../../../session.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { removalsQuery } from '../shield-queries.ts';
import { OpenSealed } from './open-sealed.tsx';

/** What was removed from a message: how sure that is, that it was none, and its original where one is kept. */
export function RemovalsDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const t = useT();
  const { data, error, refetch } = useQuery(removalsQuery(message.conversationId, message.id));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('shield.marks.title')}
      description={t('shield.marks.text')}
      keepOpenOutside
    >
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows />
      ) : data.length === 0 ? (
        <p className="text-ink-3">{t('shield.marks.none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {data.map((it) => (
            <RemovalRow key={it.id} removal={it} message={message} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function RemovalRow({ removal, message }: { removal: Removal; message: Message }) {
  const t = useT();
  const format = useFormat();
  const can = useCan();
  const client = useQueryClient();
  const [opening, setOpening] = useState(false);
  const { certainty, kind, place, reported, sealedUntil } = removal;
  const report = useMutation({
    mutationFn: (was: boolean) =>
      call(endpoints.shield.reportFalse, {
        params: { id: message.conversationId, removalId: removal.id },
        body: { was },
      }),
    onSettled: () =>
      client.invalidateQueries({ queryKey: removalsQuery(message.conversationId, message.id).queryKey }),
  });
  return (
    <li className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t(`shield.kind.${kind}`)}</span>
        {certainty && <Badge>{t(`shield.${certainty}`)}</Badge>}
        {sealedUntil && (
          <Badge icon={<LockKeyhole aria-hidden />}>
            {t('shield.sealed_until', { time: format.dateTime(sealedUntil) })}
          </Badge>
        )}
      </div>
      {place === null && <p className="text-sm text-ink-3">{t('shield.beside')}</p>}
      {reported && <p className="text-sm text-ink-2">{t('shield.reported', { name: reported.by.name })}</p>}
      <div className="flex flex-wrap gap-2">
        {can('conversations.reply') && (
          <Button size="sm" loading={report.isPending} onClick={() => report.mutate(!reported)}>
            {t(reported ? 'shield.report.undo' : 'shield.report')}
          </Button>
        )}
        {sealedUntil && can('shield.open_sealed') && !opening && (
          <Button size="sm" icon={<LockKeyhole />} onClick={() => setOpening(true)}>
            {t('shield.open')}
          </Button>
        )}
      </div>
      <FormError error={report.error} />
      {opening && (
        <OpenSealed
          conversationId={message.conversationId}
          removalId={removal.id}
          onCancel={() => setOpening(false)}
        />
      )}
    </li>
  );
}
