import { findSecrets } from './find-secrets.ts';
import type { WordList } from './find-seed-phrases.ts';
import type { FoundSecret } from './found-secret.ts';
import { markOf } from './marks.ts';
import { isRemoved } from './secret-family.ts';

/** Of a card so much stays that its owner knows which one it is. */
const lastOfCard = 4;

/**
 * The text with `[[removed:<kind>]]` in the place of each secret that nobody may keep, and what was removed; with `sure`, only of what is certain. Done twice
 * it is done once. Pure.
 */
export function withoutSecrets(
  text: string,
  lists: readonly WordList[],
  sure = false,
): { text: string; removed: FoundSecret[] } {
  const removed = findSecrets(text, lists).filter(
    (it) => isRemoved(it.kind) && (!sure || it.certainty === 'certain'),
  );
  if (removed.length === 0) return { text, removed };
  let left = '';
  let from = 0;
  for (const { kind, start, end } of removed) {
    left += `${text.slice(from, start)}${markOf(kind)}`;
    if (kind === 'card_number') left += ` …${text.slice(end - lastOfCard, end)}`;
    from = end;
  }
  return { text: left + text.slice(from), removed };
}
