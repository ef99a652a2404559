import { type Locale, languageOf } from '@fairlead/contract';
import { withoutNames } from '@fairlead/contract/without-names';
import { sayRemoved } from '@fairlead/shield';
import { type FoundKind, findEntities } from '@fairlead/understanding';
import { redactSecrets } from '../model/redact-secrets.ts';

/** What leads to somebody or to their case. */
const identifying: ReadonlySet<FoundKind> = new Set([
  'txid',
  'address',
  'order_id',
  'uid',
  'p2p',
  'phone',
  'email',
  'link',
]);
const longest = 500;

/**
 * A question as it is kept to learn from: in place of secrets, ids, addresses and numbers that lead to somebody stands what was there. Done twice
 * it is done once. Pure.
 */
export function redactQuestion(text: string, locale: Locale): string {
  const bare = redactSecrets(sayRemoved(text, (kind) => `[${kind.replaceAll('_', ' ')}]`));
  const found = findEntities(bare, languageOf(locale), { now: new Date(0), timeZone: 'UTC' })
    .filter((it) => identifying.has(it.kind))
    .toSorted((a, b) => b.start - a.start);
  let left = bare;
  let until = bare.length + 1;
  for (const { start, end, kind } of found) {
    if (end > until) continue;
    left = `${left.slice(0, start)}[${kind.replace('_id', '')}]${left.slice(end)}`;
    until = start;
  }
  return withoutNames(left).replace(/\s+/g, ' ').trim().slice(0, longest);
}
