import type { Translate } from '../../i18n/i18n.tsx';

/** Says which colleagues look at a thread, or write in it; `list` is their names as the language lists them. */
export function hereLabel(t: Translate, names: readonly string[], list: string, replying: boolean): string {
  if (names.length === 1) return t(replying ? 'inbox.replying.one' : 'inbox.viewing.one', { agent: list });
  return t(replying ? 'inbox.replying.many' : 'inbox.viewing.many', { agents: list });
}
