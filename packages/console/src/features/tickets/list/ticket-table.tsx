import { type TicketSort, ticketSort, type ViewColumn } from '@fairlead/contract';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Languages, LoaderCircle, type LucideIcon, Radio } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useT } from '../../../i18n/i18n.tsx';
import { usePreference } from '../../../shell/preferences.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { usePhone } from '../use-phone.ts';
import { allToggled, type Selection, toggled } from './selection.ts';
import { trackOf, useTicketCell } from './ticket-columns.tsx';
import { TicketCard, TicketRow } from './ticket-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import type { TicketAddress } from './use-ticket-address.ts';
import type { TicketList } from './use-ticket-list.ts';

const rowHeights = { comfortable: 52, compact: 44, phone: 88 };

interface TicketTableProps {
  address: TicketAddress;
  list: TicketList;
  columns: readonly ViewColumn[];
  order: { sort: TicketSort; direction: 'asc' | 'desc' };
  selection: Selection;
  onSelect: (selection: Selection) => void;
}

/** The tickets of a list: only those in sight are drawn, and the next page comes before the end is reached. */
export function TicketTable(props: TicketTableProps) {
  const { address, list, columns, selection, onSelect } = props;
  const t = useT();
  const [density] = usePreference('density');
  const phone = usePhone();
  const cell = useTicketCell();
  const scroller = useRef<HTMLDivElement>(null);
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage, error } = list;
  const height = rowHeights[phone ? 'phone' : density];
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 10,
  });
  useEffect(() => rows.measure(), [height, rows]);
  const drawn = rows.getVirtualItems();
  const end = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (end >= items.length - 10 && hasNextPage && !isFetchingNextPage && !error) fetchNextPage();
  }, [end, items.length, hasNextPage, isFetchingNextPage, fetchNextPage, error]);

  const toggle = (id: string) => onSelect(toggled(selection, id));
  const { cursor, setCursor, onKeyDown } = useRowKeys({
    ids: items.map((item) => item.id),
    scroller,
    reveal: (index) => rows.scrollToIndex(index, { align: 'auto' }),
    onToggle: toggle,
  });
  const tracks = useMemo(() => ['1.5rem', ...columns.map((column) => trackOf[column])].join(' '), [columns]);
  const Row = phone ? TicketCard : TicketRow;
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain bg-surface">
      <div
        role="table"
        aria-label={t('tickets.list')}
        aria-busy={isFetchingNextPage}
        aria-rowcount={hasNextPage ? -1 : items.length + 1}
        onKeyDown={onKeyDown}
        className={phone ? 'relative' : 'relative w-max min-w-full'}
      >
        <TableHead {...props} tracks={tracks} phone={phone} />
        <div role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
          {drawn.map(({ index, key, start, size }) => {
            const ticket = items[index];
            if (!ticket) return null;
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                className="absolute inset-x-0 top-0"
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                <Row
                  ticket={ticket}
                  search={address.search}
                  columns={columns}
                  tracks={tracks}
                  cell={cell}
                  selected={selection.has(ticket.id)}
                  reachable={ticket.id === cursor}
                  onToggle={() => toggle(ticket.id)}
                  onFocus={() => setCursor(ticket.id)}
                  onOpen={() => address.open(ticket.id)}
                />
              </div>
            );
          })}
        </div>
      </div>
      {(isFetchingNextPage || Boolean(error)) && (
        <div className="flex h-12 items-center justify-center text-sm text-ink-3">
          {error ? (
            <Button size="sm" onClick={fetchNextPage}>
              {t('tickets.list.more_failed')}
            </Button>
          ) : (
            <LoaderCircle className="size-4 animate-spin" aria-hidden />
          )}
        </div>
      )}
    </div>
  );
}

function TableHead(props: TicketTableProps & { tracks: string; phone: boolean }) {
  const { list, columns, selection, onSelect, tracks, phone } = props;
  const t = useT();
  const ids = list.items.map((item) => item.id);
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-canvas">
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 items-center gap-x-3 px-3 text-sm font-medium text-ink-2"
        style={{ gridTemplateColumns: phone ? '1.5rem 1fr' : tracks }}
      >
        <span role="columnheader">
          <Checkbox
            checked={allToggled(selection, ids).size === 0}
            onChange={() => onSelect(allToggled(selection, ids))}
            label={<span className="sr-only">{t('tickets.select.all')}</span>}
          />
        </span>
        {phone ? (
          <span role="columnheader">{t('tickets.column.subject')}</span>
        ) : (
          columns.map((column) => <HeadCell key={column} column={column} {...props} />)
        )}
      </div>
    </div>
  );
}

/** Heads of columns that are narrower than any word. */
const icons: Partial<Record<ViewColumn, LucideIcon>> = { language: Languages, channel: Radio };

/** What is due soonest is looked for first; of all else the latest or the most. */
function nextOrder(sort: TicketSort, by: 'asc' | 'desc' | null): string {
  if (sort === 'due') return by === 'asc' ? '-due' : 'due';
  return by === 'desc' ? sort : `-${sort}`;
}

/** Only what the server can sort by is a button. */
function HeadCell({ column, address, order }: TicketTableProps & { column: ViewColumn }) {
  const t = useT();
  const label = t(`tickets.column.${column}`);
  const sort = ticketSort.options.find((it) => it === column);
  const by = sort && order.sort === sort ? order.direction : null;
  const Icon = icons[column];
  if (Icon) {
    return (
      <span role="columnheader" title={label}>
        <Icon className="size-4" aria-hidden />
        <span className="sr-only">{label}</span>
      </span>
    );
  }
  if (!sort) {
    return (
      <span role="columnheader" className="truncate">
        {label}
      </span>
    );
  }
  const Arrow = by === 'asc' ? ArrowUp : ArrowDown;
  return (
    <span
      role="columnheader"
      aria-sort={by === null ? 'none' : by === 'asc' ? 'ascending' : 'descending'}
      className="min-w-0"
    >
      <button
        type="button"
        onClick={() => address.narrow({ sort: nextOrder(sort, by) })}
        className="-mx-1 flex min-h-6 max-w-full items-center gap-1 rounded-sm px-1 hover:bg-hover hover:text-ink"
      >
        <span className="truncate">{label}</span>
        {by && <Arrow className="size-3.5 shrink-0" aria-hidden />}
      </button>
    </span>
  );
}
