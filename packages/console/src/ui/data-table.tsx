import { ArrowDown, ArrowUp, Download } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useT } from '../i18n/i18n.tsx';
import { toCsv } from './csv.ts';
import { cx } from './cx.ts';
import { download } from './download.ts';
import { IconButton } from './icon-button.tsx';
import { type SortState, sortRows } from './sort-rows.ts';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** What it sorts by and what the CSV holds; a column without it does neither. */
  value?: (row: Row) => string | number | null;
  /** What the CSV holds where that is not what it sorts by. */
  csv?: (row: Row) => string;
  align?: 'end';
  /** Not shown below this width; the CSV has it all the same. */
  from?: 'md' | 'lg' | 'xl';
  className?: string;
}

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Opens a row by a press anywhere in it; the first cell must hold a link or button that does the same. */
  onOpen?: (row: Row) => void;
  /** Given, the table can be kept as `<name>.csv`. */
  csvName?: string;
  /** Before the export button, such as a search. */
  toolbar?: ReactNode;
  /** The order of the rows; null leaves them as they are. */
  sort?: SortState | null;
  /** Asked for another order by a press on a head. Without it the server decides the order, and only a part is here. */
  onSort?: (sort: SortState) => void;
  footer?: ReactNode;
}

const widths = { md: 'max-md:hidden', lg: 'max-lg:hidden', xl: 'max-xl:hidden' };

/** A table that sorts by its heads and exports what it shows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, csvName, toolbar, sort = null, onSort, footer } = props;
  const t = useT();
  const by = columns.find((column) => column.id === sort?.id)?.value;
  const descending = sort?.descending ?? false;
  const sorted = useMemo(() => (by ? sortRows(rows, by, descending) : rows), [rows, by, descending]);

  const save = () => {
    const kept = columns.filter((column) => column.value);
    const lines = sorted.map((row) => kept.map((column) => (column.csv ?? column.value)?.(row) ?? ''));
    download(
      `${csvName}.csv`,
      'text/csv;charset=utf-8',
      toCsv([kept.map((column) => column.header), ...lines]),
    );
  };

  return (
    <section aria-label={label} className="overflow-hidden rounded-lg border border-line bg-surface">
      {(toolbar || csvName) && (
        <div className="flex flex-wrap items-center gap-2 border-b border-line px-3 py-2 max-sm:items-start">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{toolbar}</div>
          {csvName && <IconButton label={t('ui.table.export')} icon={<Download />} onClick={save} />}
        </div>
      )}
      <div className="overflow-x-auto">
        <table className="w-full border-collapse text-start">
          <thead>
            <tr className="border-b border-line bg-canvas/60">
              {columns.map((column) => (
                <HeadCell key={column.id} column={column} sort={sort} {...(onSort ? { onSort } : {})} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr
                key={rowKey(row)}
                onClick={(event) => {
                  const onControl = (event.target as Element).closest('a,button,input,label,[role=menuitem]');
                  if (!onControl && window.getSelection()?.isCollapsed !== false) onOpen?.(row);
                }}
                className={cx('border-b border-line last:border-b-0', onOpen && 'hover:bg-hover')}
              >
                {columns.map((column) => (
                  <td
                    key={column.id}
                    className={cx(
                      'h-row px-3 py-1 max-sm:px-2',
                      // On a phone what is long goes on below, so that nothing is out of sight.
                      'max-sm:[&_.truncate]:[overflow-wrap:anywhere] max-sm:[&_.truncate]:whitespace-normal',
                      column.align === 'end' ? 'text-end' : 'text-start',
                      column.from && widths[column.from],
                      column.className,
                    )}
                  >
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {footer}
    </section>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: SortState | null;
  onSort?: (sort: SortState) => void;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const active = sort?.id === column.id ? sort : null;
  const descending = active?.descending ?? false;
  return (
    <th
      scope="col"
      aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
      className={cx(
        'h-8 px-3 text-xs font-medium whitespace-nowrap text-ink-3 max-sm:px-2',
        column.align === 'end' ? 'text-end' : 'text-start',
        column.from && widths[column.from],
      )}
    >
      {column.value && onSort ? (
        <button
          type="button"
          onClick={() => onSort({ id: column.id, descending: active ? !descending : false })}
          className="-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-ink [&_svg]:size-3"
        >
          {column.header}
          {active && (descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}
