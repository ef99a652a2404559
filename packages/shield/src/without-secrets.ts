import { findSecrets } from './find-secrets.ts';
import type { WordList } from './find-seed-phrases.ts';
import type { FoundSecret } from './found-secret.ts';

/** The text with `[[removed:<kind>]]` in the place of each secret, and what was removed. Done twice it is done once. */
export function withoutSecrets(
  text: string,
  lists: readonly WordList[],
): { text: string; removed: FoundSecret[] } {
  const removed = findSecrets(text, lists);
  let left = '';
  let from = 0;
  for (const each of removed) {
    left += `${text.slice(from, each.start)}[[removed:${each.kind}]]`;
    from = each.end;
  }
  return { text: left + text.slice(from), removed };
}
