import { useSyncExternalStore } from 'react';

/** All four panes fit beside each other: the `xl` breakpoint. */
const query = window.matchMedia('(min-width: 80rem)');

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the window has room for the facts beside the thread. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
