/** What the address of the import page says: where articles come from. */
export interface ImportSearch {
  from?: 'folder' | 'zendesk';
}

/** Reads the address; what it does not know is left out. */
export function importSearch(raw: Record<string, unknown>): ImportSearch {
  const from = (['folder', 'zendesk'] as const).find((it) => it === raw['from']);
  return from ? { from } : {};
}
