import { type FoundSecret, familyOf } from '@fairlead/shield';

/** What is lost with what was found: the worst of it. */
export const worstOf = (found: readonly FoundSecret[]): 'wallet' | 'account' | 'card' => {
  const families = found.map(({ kind }) => familyOf(kind));
  if (families.includes('wallet')) return 'wallet';
  return families.includes('account') ? 'account' : 'card';
};

/** The text cut at what was found: every second part is a secret. */
export function partsOf(text: string, found: readonly FoundSecret[]): string[] {
  let from = 0;
  const parts = found.flatMap(({ start, end }) => {
    const both = [text.slice(from, start), text.slice(start, end)];
    from = end;
    return both;
  });
  return [...parts, text.slice(from)];
}

/** The text without what was found, and without the gaps that it leaves. */
export const withoutFound = (text: string, found: readonly FoundSecret[]): string =>
  partsOf(text, found)
    .filter((_, at) => at % 2 === 0)
    .join(' ')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
