import type { SortState } from './sort-rows.ts';

/** An order as an address says it: the column, with a minus before it where it goes down. */
export function sortToAddress({ id, descending }: SortState): string {
  return descending ? `-${id}` : id;
}

/** The order that an address asks for. */
export function sortFromAddress(text: string): SortState {
  return text.startsWith('-') ? { id: text.slice(1), descending: true } : { id: text, descending: false };
}
