import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useShortcut } from '../../../shell/shortcuts.tsx';

interface ListKeysOptions {
  ids: readonly string[];
  /** The conversation that is open, where the keys begin. */
  selected: string | null;
  scroller: RefObject<HTMLElement | null>;
  /** Brings a row into sight, so that it is drawn and can take the focus. */
  reveal: (index: number) => void;
}

/** Moving through the list by `j` and `k`, and within it by the arrows. The focus moves with it, so Enter opens and screen readers follow. */
export function useListKeys({ ids, selected, scroller, reveal }: ListKeysOptions) {
  const [place, setPlace] = useState<string | null>(null);
  const cursor = [place, selected, ids[0]].find((id) => id && ids.includes(id)) ?? null;

  const move = (step: 1 | -1) => {
    // The first press goes to where the cursor is, unless a row has the focus or is open already.
    const onRow = place !== null && ids.includes(place);
    const from = ids.indexOf(onRow ? place : (selected ?? ''));
    const index = Math.min(ids.length - 1, Math.max(0, from + step));
    const id = ids[index];
    if (!id) return;
    setPlace(id);
    reveal(index);
    requestAnimationFrame(() =>
      scroller.current
        ?.querySelector<HTMLElement>(`[data-conversation="${id}"]`)
        ?.focus({ preventScroll: true }),
    );
  };
  const group = { groupKey: 'inbox.shortcuts.list' } as const;
  useShortcut('j', () => move(1), { labelKey: 'inbox.shortcut.down', ...group });
  useShortcut('k', () => move(-1), { labelKey: 'inbox.shortcut.up', ...group });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
  return { cursor, setCursor: setPlace, onKeyDown };
}
