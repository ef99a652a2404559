import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useShortcut } from '../../../shell/shortcuts.tsx';

interface RowKeysOptions {
  ids: readonly string[];
  scroller: RefObject<HTMLElement | null>;
  /** Brings a row into sight, so that it is drawn and can take the focus. */
  reveal: (index: number) => void;
  onToggle: (id: string) => void;
}

/** Moving through the tickets by `j`, `k` and the arrows, choosing by `x`. The focus moves with it, so Enter opens. */
export function useRowKeys({ ids, scroller, reveal, onToggle }: RowKeysOptions) {
  const [place, setPlace] = useState<string | null>(null);
  const onRow = place !== null && ids.includes(place);
  const cursor = onRow ? place : (ids[0] ?? null);

  const move = (step: 1 | -1) => {
    const from = onRow ? ids.indexOf(place) : -1;
    const index = Math.min(ids.length - 1, Math.max(0, from + step));
    const id = ids[index];
    if (!id) return;
    setPlace(id);
    reveal(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-ticket="${id}"]`)?.focus({ preventScroll: true }),
    );
  };
  const group = { groupKey: 'tickets.shortcuts.list' } as const;
  useShortcut('j', () => move(1), { labelKey: 'tickets.shortcut.down', ...group });
  useShortcut('k', () => move(-1), { labelKey: 'tickets.shortcut.up', ...group });
  useShortcut('x', () => cursor && onToggle(cursor), { labelKey: 'tickets.shortcut.select', ...group });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
  return { cursor, setCursor: setPlace, onKeyDown };
}
