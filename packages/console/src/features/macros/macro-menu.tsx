import type { Macro } from '@fairlead/contract';
import { useQuery } from '@tanstack/react-query';
import { useFormat, useT } from '../../i18n/i18n.tsx';
import { cx } from '../../ui/cx.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useActionWords } from '../tickets/actions/action-words.ts';
import { filledMacroQuery } from './filled-macro-query.ts';
import type { MacroMenuState } from './use-macro-menu.ts';

/** The macros that a `/` may mean, and what the active one would say here. The focus stays in the text. */
export function MacroMenu({ conversationId, menu }: { conversationId: string; menu: MacroMenuState }) {
  const t = useT();
  const { listId, found, chosen } = menu;
  return (
    <div className="absolute inset-x-2 bottom-full z-10 mb-1 grid max-w-2xl grid-cols-[minmax(0,14rem)_minmax(0,1fr)] overflow-hidden rounded-lg bg-raised shadow-pop max-sm:grid-cols-1">
      <ul
        id={listId}
        role="listbox"
        aria-label={t('macros.title')}
        className="max-h-72 overflow-y-auto border-e border-line p-1 max-sm:border-e-0"
      >
        {found.map((macro, index) => (
          <li
            key={macro.id}
            id={`${listId}-${macro.id}`}
            role="option"
            aria-selected={macro.id === chosen?.id}
            onPointerMove={() => menu.setActive(index)}
            // Before the text loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              menu.put(macro);
            }}
            className={cx(
              'flex min-h-8 flex-col justify-center rounded-md px-2 py-1 pointer-coarse:min-h-11',
              macro.id === chosen?.id && 'bg-hover',
            )}
          >
            <span className="truncate">{macro.name}</span>
            {macro.folder && <span className="truncate text-xs text-ink-3">{macro.folder}</span>}
          </li>
        ))}
      </ul>
      {chosen && <Preview key={chosen.id} macro={chosen} conversationId={conversationId} />}
    </div>
  );
}

function Preview({ macro: { id, actions }, conversationId }: { macro: Macro; conversationId: string }) {
  const t = useT();
  const format = useFormat();
  const words = useActionWords();
  const { data, error } = useQuery(filledMacroQuery(id, conversationId));
  if (error) return <p className="p-3 text-sm text-danger-text">{t('macros.preview.failed')}</p>;
  if (!data) return <Skeleton className="m-3 h-16" />;
  const other = data.locale !== data.wanted;
  return (
    <div className="max-h-72 overflow-y-auto p-3 text-sm max-sm:border-t max-sm:border-line">
      <p className={cx('mb-1 text-xs', other ? 'text-warning-text' : 'text-ink-3')}>
        {other
          ? t('macros.fell_back', {
              wanted: format.language(data.wanted),
              got: format.language(data.locale),
            })
          : format.language(data.locale)}
      </p>
      {actions.length > 0 && (
        <p className="mb-2 border-b border-line pb-2 text-xs text-ink-2 [overflow-wrap:anywhere] first-letter:uppercase">
          {format.list(actions.map(words))}
          {data.ticketId === null && <span className="block text-warning-text">{t('macros.no_ticket')}</span>}
        </p>
      )}
      <p dir="auto" lang={data.locale} className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {data.text}
      </p>
    </div>
  );
}
