import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { ruleOf } from '../../../live/ticket-list-state.ts';
import { useCan } from '../../../session.tsx';
import { useCommands } from '../../../shell/commands.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { BulkBar } from '../bulk/bulk-bar.tsx';
import { OpenTicketDialog } from '../open/open-ticket-dialog.tsx';
import { ViewDialog } from '../views/view-dialog.tsx';
import { NothingHere } from './nothing-here.tsx';
import { nothingSelected, type Selection, stillShown } from './selection.ts';
import { usualColumns } from './ticket-columns.tsx';
import { TicketTable } from './ticket-table.tsx';
import { TicketsToolbar } from './tickets-toolbar.tsx';
import { useTicketAddress } from './use-ticket-address.ts';
import { useTicketList } from './use-ticket-list.ts';
import { type NamedView, useTicketViews } from './use-ticket-views.ts';
import { ViewsPane } from './views-pane.tsx';

/** The tickets: views, and the list of one of them. */
export function TicketsPage() {
  const t = useT();
  const write = useCan()('tickets.write');
  const address = useTicketAddress();
  const views = useTicketViews();
  const list = useTicketList(address.query);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [dialog, setDialog] = useState<'ticket' | 'view' | NamedView | null>(null);
  const view = views.find(({ id }) => id === address.view);
  const saved = views.flatMap((it) => it.saved ?? []);
  const rule = ruleOf(address.query.view, saved);
  const { sort = rule?.sort ?? 'updated', direction = rule?.direction ?? 'desc' } = address.query;
  const chosen = stillShown(
    selection,
    list.items.map((item) => item.id),
  );
  useCommands([
    ...views.map(({ id, label }) => ({
      id: `tickets-view-${id}`,
      label,
      group: t('tickets.views'),
      run: () => address.replace({ view: id }),
    })),
    ...(write
      ? [
          {
            id: 'tickets-tracker',
            label: t('tickets.tracker.open'),
            group: t('shell.nav.tickets'),
            run: () => setDialog('ticket'),
          },
        ]
      : []),
  ]);
  return (
    <div className="flex h-full min-h-0">
      <ViewsPane views={views} current={address.view} onAdd={() => setDialog('view')} onEdit={setDialog} />
      <div className="flex min-w-0 flex-1 flex-col">
        <TicketsToolbar
          address={address}
          views={views}
          onAdd={() => setDialog('view')}
          onEdit={setDialog}
          actions={
            write && (
              <Button icon={<Plus />} onClick={() => setDialog('ticket')}>
                {t('tickets.tracker.open')}
              </Button>
            )
          }
        />
        {chosen.length > 0 && write && (
          <BulkBar ids={chosen} onDone={() => setSelection(nothingSelected)} tickets={list.items} />
        )}
        {list.loading ? (
          <SkeletonRows rows={12} className="bg-surface" />
        ) : list.error && list.items.length === 0 ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.items.length === 0 ? (
          <NothingHere address={address} />
        ) : (
          <TicketTable
            key={JSON.stringify(address.query)}
            address={address}
            list={list}
            columns={view?.saved?.columns ?? usualColumns}
            order={{ sort, direction }}
            selection={new Set(chosen)}
            onSelect={setSelection}
          />
        )}
      </div>
      {dialog === 'ticket' && (
        <OpenTicketDialog tracker onClose={() => setDialog(null)} onOpened={address.open} />
      )}
      {dialog === 'view' && (
        <ViewDialog
          view={null}
          begin={address.query.filter}
          onClose={() => setDialog(null)}
          onSaved={(id) => address.replace(id ? { view: id } : {})}
        />
      )}
      {dialog && typeof dialog === 'object' && (
        <ViewDialog
          view={dialog.saved}
          begin={undefined}
          onClose={() => setDialog(null)}
          onSaved={(id) => address.replace(id ? { view: id } : {})}
        />
      )}
    </div>
  );
}
