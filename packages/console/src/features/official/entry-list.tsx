import { type OfficialEntry, type OfficialStanding, officialKinds } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { BadgeCheck, ListPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/i18n.tsx';
import { useCan } from '../../session.tsx';
import { SearchBox } from '../../shell/search-box.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryRow } from './entry-row.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { officialQuery } from './official-queries.ts';
import { isMeant, shownValue } from './shown-value.ts';

/** Lines that are drawn; who looks for another searches. */
const drawn = 200;

interface EntryListProps {
  standing: OfficialStanding;
  search: string;
  onSearch: (text: string) => void;
}

/** By what they are, then by name: nothing moves away under the pointer. */
const inOrder = (a: OfficialEntry, b: OfficialEntry): number =>
  officialKinds.indexOf(a.kind) - officialKinds.indexOf(b.kind) || shownValue(a).localeCompare(shownValue(b));

/** What is ours, or who poses as us: searched, added one by one or as a list. */
export function EntryList({ standing, search, onSearch }: EntryListProps) {
  const t = useT();
  const may = useCan()('official.manage');
  const entries = useQuery(officialQuery);
  const [editing, setEditing] = useState<OfficialEntry | 'new' | null>(null);
  const [importing, setImporting] = useState(false);
  if (entries.error && !entries.data)
    return <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />;
  if (!entries.data) return <SkeletonRows rows={6} />;
  const all = entries.data.filter((it) => it.standing === standing).sort(inOrder);
  const found = all.filter((it) => isMeant(it, search));
  const isOurs = standing === 'official';
  const actions = may && (
    <span className="flex flex-wrap gap-2">
      <Button icon={<ListPlus />} onClick={() => setImporting(true)}>
        {t('official.import.short')}
      </Button>
      <Button variant="primary" icon={<Plus />} onClick={() => setEditing('new')}>
        {t(isOurs ? 'official.add' : 'official.add_impostor')}
      </Button>
    </span>
  );
  return (
    <>
      {all.length === 0 ? (
        <EmptyState
          icon={<BadgeCheck />}
          title={t(isOurs ? 'official.empty' : 'official.impostors.empty')}
          action={actions || undefined}
        >
          {t(isOurs ? 'official.empty.text' : 'official.impostors.empty.text')}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <SearchBox
              value={search}
              onSearch={onSearch}
              labelKey="official.search"
              placeholder={t('official.search')}
              className="w-72 max-w-full"
            />
            {actions}
          </div>
          <Panel
            title={t(isOurs ? 'official.ours' : 'official.impostors')}
            description={t(isOurs ? 'official.ours.text' : 'official.impostors.text')}
          >
            {found.length === 0 && <p className="text-ink-3">{t('official.search.none')}</p>}
            <ul className="divide-y divide-line">
              {found.slice(0, drawn).map((entry) => (
                <EntryRow key={entry.id} entry={entry} onEdit={() => setEditing(entry)} />
              ))}
            </ul>
            {found.length > drawn && (
              <p className="pt-2 text-sm text-ink-3">{t('official.more', { count: found.length - drawn })}</p>
            )}
          </Panel>
        </>
      )}
      {editing && (
        <EntryDialog
          entry={editing === 'new' ? null : editing}
          standing={standing}
          onClose={() => setEditing(null)}
        />
      )}
      {importing && <ImportDialog standing={standing} onClose={() => setImporting(false)} />}
    </>
  );
}
