import { endpoints, type OfficialEntry } from '@fairlead/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { call } from '../../api.ts';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { agentsQuery } from '../../queries.ts';
import { useCan } from '../../session.tsx';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { officialQuery } from './official-queries.ts';
import { shownValue } from './shown-value.ts';

/** One entry: what it names, what it is called, who added it, and what can be done about it. */
export function EntryRow({ entry, onEdit }: { entry: OfficialEntry; onEdit: () => void }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const can = useCan();
  const client = useQueryClient();
  const agents = useQuery({ ...agentsQuery, enabled: can('people.read') });
  const value = shownValue(entry);
  const { label, note, subdomains, state } = entry;
  const turn = useMutation({
    mutationFn: (next: OfficialEntry['state']) =>
      call(endpoints.official.update, {
        params: { id: entry.id },
        body: { label, note, subdomains, state: next },
      }),
    onSuccess: (saved, next) => {
      client.setQueryData(officialQuery.queryKey, (all) =>
        all?.map((it) => (it.id === saved.id ? saved : it)),
      );
      if (next === 'retired')
        toast.show({
          title: t('official.retired', { value }),
          action: { label: t('official.undo'), run: () => turn.mutate('active'), undoes: true },
        });
    },
    onError: (error) => toast.error(error),
  });
  const adder = agents.data?.find((it) => it.id === entry.addedBy)?.name;
  const isRetired = state === 'retired';
  return (
    <li className="flex items-center gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span
            className={
              isRetired
                ? 'font-mono text-sm break-all text-ink-3 line-through'
                : 'font-mono text-sm break-all'
            }
            dir="ltr"
          >
            {value}
          </span>
          {subdomains && <Badge>{t('official.with_subdomains')}</Badge>}
          {isRetired && <Badge tone="warning">{t('official.state.retired')}</Badge>}
        </p>
        <p className="text-sm text-ink-2">
          {[t(`official.kind.${entry.kind}`), label].filter(Boolean).join(' · ')}
        </p>
        <p className="text-sm [overflow-wrap:anywhere] text-ink-3">
          {[
            note,
            adder
              ? t('official.added_by', { name: adder, date: format.dateTime(entry.createdAt) })
              : t('official.added_on', { date: format.dateTime(entry.createdAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      {can('official.manage') && (
        <>
          <IconButton size="sm" label={t('official.edit.of', { value })} icon={<Pencil />} onClick={onEdit} />
          <IconButton
            size="sm"
            label={t(isRetired ? 'official.restore.of' : 'official.retire.of', { value })}
            icon={isRetired ? <ArchiveRestore /> : <Archive />}
            disabled={turn.isPending}
            onClick={() => turn.mutate(isRetired ? 'active' : 'retired')}
          />
        </>
      )}
    </li>
  );
}
