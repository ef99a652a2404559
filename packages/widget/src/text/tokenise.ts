/** A stretch of a message: plain text, a link, or something to copy exactly (a TXID, an address). */
export type Token = { is: 'text' | 'code'; text: string } | { is: 'link'; text: string; href: string };

const link = String.raw`https?://[^\s<>"'“”‘’「」『』《》【】，。、；：！？（）]+`;
/** Hexadecimal hashes and addresses, bech32 addresses, and base58 or base32 ones, which mix letters and digits. */
const code = String.raw`\b0x[0-9a-fA-F]{16,}\b|\b[0-9a-fA-F]{40,}\b|\b(?:bc|tb|ltc|addr|cosmos|osmo)1[0-9a-z]{20,}\b|\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{26,100}\b`;
const either = new RegExp(`(${link})|(${code})`, 'g');

/** Splits a message's text into what is shown differently. Joined again, the texts of all but links are what was written. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) tokens.push({ is: 'text', text: text.slice(at, to) });
  };
  for (const match of text.matchAll(either)) {
    const [whole, address] = match;
    const written = address ? trimEnd(address) : whole;
    const token = address ? linkOf(written) : ({ is: 'code', text: written } as const);
    if (!token) continue;
    plain(match.index);
    tokens.push(token);
    at = match.index + written.length;
  }
  plain(text.length);
  return tokens;
}

/** Punctuation at the end belongs to the sentence; a closing bracket does unless the address opened one. */
function trimEnd(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address.charAt(end - 1);
    const opened = address.slice(0, end).includes('(');
    if (!/[.,;:!?…*_~\]}]/.test(last) && !(last === ')' && !opened)) return address.slice(0, end);
    end--;
  }
}

const longestRest = 40;

/**
 * A link shows its true host in full, as browsers resolve it (so look-alike letters appear as `xn--…`, and `https://us@them` as them); only
 * what follows the host is shortened.
 */
function linkOf(written: string): Token | undefined {
  if (!URL.canParse(written)) return undefined;
  const { protocol, host, href, pathname, search, hash } = new URL(written);
  if (!host.includes('.') && !host.startsWith('localhost')) return undefined;
  const rest = pathname + search + hash;
  const shown = rest === '/' ? '' : rest.length > longestRest ? `${rest.slice(0, longestRest)}…` : rest;
  return { is: 'link', text: `${protocol}//${host}${shown}`, href };
}
