import type { FoundSecret, SecretKind } from './found-secret.ts';
import { lastNamed, type Named } from './named-before.ts';

/** What keys look like that nothing but the words around them tells from transactions, addresses and the like. */
const value = /(?<![A-Za-z0-9+/_-])(?:0x)?[A-Za-z0-9][A-Za-z0-9+/_-]{14,127}={0,2}(?![A-Za-z0-9])/g;
const hexKey = /^(?:0x)?[0-9a-f]{64}$/i;
const base58Key = /^[1-9A-HJ-NP-Za-km-z]{86,88}$/;
/** Characters between what is named and the thing itself. */
const reach = 40;
/** A sentence ends: what was named before is not what follows. */
const ended = /[.!?。！？]\s|[。！？]/;
/** A line ends, and nothing said that the thing comes on the next. */
const brokenOff = /^[^:=]*\n\s*\n/;

/**
 * Keys that are known by what they are called: 64 figures or a base58 key of 64 bytes after the words for a private key, longer mixed text after those for an
 * API secret. Never where the nearest word is one for a transaction, an address or a hash: 64 figures alone are a TXID. Always `likely`.
 */
export function findNamedKeys(text: string): FoundSecret[] {
  return [...text.matchAll(value)].flatMap((match) => {
    const kind = kindOf(text, match[0], match.index);
    return kind
      ? [{ kind, start: match.index, end: match.index + match[0].length, certainty: 'likely' as const }]
      : [];
  });
}

function kindOf(text: string, word: string, at: number): SecretKind | null {
  const key = hexKey.test(word) || base58Key.test(word);
  if (!key && !isMixed(word)) return null;
  if (key && isNamed(text, 'privateKey', at, word.length)) return 'private_key';
  return isNamed(text, 'apiSecret', at, word.length) ? 'api_secret' : null;
}

/** Whether the thing at a place is called so right before it, and nothing nearer says that it is something else; or right after it. */
function isNamed(text: string, name: Named, at: number, length: number): boolean {
  const before = lastNamed(text, name, at - reach, at);
  if (before) {
    const gap = text.slice(before.end, at);
    if (ended.test(gap) || brokenOff.test(gap)) return false;
    return !lastNamed(text, 'transaction', before.end, at);
  }
  if (name !== 'privateKey' || lastNamed(text, 'transaction', at - reach, at)) return false;
  const after = lastNamed(text, name, at + length, at + length + reach);
  return after !== undefined && !/[.!?。！？\n]/.test(text.slice(at + length, after.start));
}

/** Words are not mixed; what is drawn at random has figures and letters. */
const isMixed = (word: string): boolean =>
  (word.match(/\d/g)?.length ?? 0) >= 3 && (word.match(/[A-Za-z]/g)?.length ?? 0) >= 3;
