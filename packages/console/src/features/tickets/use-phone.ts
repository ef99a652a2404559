import { useSyncExternalStore } from 'react';

/** No room for a table: below the `md` breakpoint. */
const query = window.matchMedia('(max-width: 47.99rem)');

function subscribe(changed: () => void): () => void {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the window is as narrow as a phone's. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
