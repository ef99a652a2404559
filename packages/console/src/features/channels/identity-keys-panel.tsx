import { endpoints, type Inbox } from '@fairlead/contract';
import { useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { inboxesQuery } from '../../queries.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CopyText } from '../../ui/copy-text.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AddKeyDialog } from './add-key-dialog.tsx';

type IdentityKey = Inbox['identityKeys'][number];

/** The keys with which the exchange vouches for its customers. Two may be active, for a change without a gap. */
export function IdentityKeysPanel({ inbox, manage }: { inbox: Inbox; manage: boolean }) {
  const t = useT();
  const client = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [retiring, setRetiring] = useState<IdentityKey | null>(null);
  const retire = async (key: IdentityKey) => {
    await call(endpoints.channels.retireIdentityKey, { params: { id: inbox.id, keyId: key.id } });
    await client.invalidateQueries({ queryKey: inboxesQuery.queryKey });
  };
  return (
    <Panel
      title={t('channels.keys')}
      description={t('channels.keys.text')}
      actions={
        manage && (
          <Button size="sm" icon={<Plus />} onClick={() => setAdding(true)}>
            {t('channels.key.add')}
          </Button>
        )
      }
    >
      {inbox.identityKeys.length === 0 ? (
        <p className="rounded-md bg-warning-soft px-3 py-2 text-sm text-warning-text">
          {t('channels.keys.none')}
        </p>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {inbox.identityKeys.map((key) => (
            <KeyRow
              key={key.id}
              identityKey={key}
              {...(manage ? { onRetire: () => setRetiring(key) } : {})}
            />
          ))}
        </ul>
      )}
      {adding && <AddKeyDialog inbox={inbox} onClose={() => setAdding(false)} />}
      {retiring && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setRetiring(null)}
          title={t('channels.key.retire.title')}
          confirmLabel={t('channels.key.retire')}
          onConfirm={() => retire(retiring)}
        >
          {t(inbox.identityKeys.length > 1 ? 'channels.key.retire.text' : 'channels.key.retire.last')}
        </ConfirmDialog>
      )}
    </Panel>
  );
}

function KeyRow({ identityKey, onRetire }: { identityKey: IdentityKey; onRetire?: () => void }) {
  const t = useT();
  const format = useFormat();
  const { id, algorithm, createdAt, lastUsedAt } = identityKey;
  return (
    <li className="flex items-center gap-3 py-2">
      <KeyRound className="size-4 shrink-0 text-ink-3" aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="font-medium">{algorithm}</span>
          <CopyText value={id} keep={13} />
        </p>
        <p className="text-sm text-ink-3">
          {t('channels.key.detail', {
            created: format.dateTime(createdAt),
            used: lastUsedAt ? format.relativeTime(lastUsedAt) : t('channels.key.never'),
          })}
        </p>
      </div>
      {onRetire && (
        <Button
          size="sm"
          variant="quiet"
          onClick={onRetire}
          aria-label={t('channels.key.retire.label', { id })}
        >
          {t('channels.key.retire')}
        </Button>
      )}
    </li>
  );
}
