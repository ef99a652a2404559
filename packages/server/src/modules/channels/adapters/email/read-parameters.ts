import { decodeText } from './decode-text.ts';
import { decodeWords } from './decode-words.ts';

/** A structured header: `text/plain; charset=utf-8`. */
export interface StructuredValue {
  /** Lower case. */
  readonly value: string;
  /** Names in lower case; values decoded (RFC 2231, and encoded words, which do not belong there but are common). */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads Content-Type and Content-Disposition, also as careless mailers write them. */
export function readStructured(header: string | null): StructuredValue {
  const [first = '', ...rest] = splitAtSemicolons(header ?? '');
  const plain = new Map<string, string>();
  const pieces = new Map<string, { index: number; encoded: boolean; text: string }[]>();
  for (const piece of rest) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const text = unquote(piece.slice(equals + 1).trim());
    const [, base, index, star] = /^([^*]{1,60})(?:\*(\d{1,3}))?(\*)?$/.exec(name) ?? [];
    if (base === undefined) continue;
    if (index === undefined && star === undefined) {
      if (!plain.has(base)) plain.set(base, decodeWords(text));
    } else
      pieces.set(base, [
        ...(pieces.get(base) ?? []),
        { index: Number(index ?? 0), encoded: star === '*', text },
      ]);
  }
  for (const [base, list] of pieces) plain.set(base, joinPieces(list));
  return { value: first.trim().toLowerCase().replace(/\s.*$/s, ''), parameters: plain };
}

function joinPieces(pieces: readonly { index: number; encoded: boolean; text: string }[]): string {
  const ordered = pieces.toSorted((a, b) => a.index - b.index);
  const lead = ordered[0]?.encoded ? /^([^']*)'[^']*'/.exec(ordered[0].text) : null;
  const bytes = ordered.map(({ encoded, text }, at) => {
    const rest = at === 0 && lead ? text.slice(lead[0].length) : text;
    return encoded ? percentBytes(rest) : Buffer.from(rest, 'utf8');
  });
  const joined = Buffer.concat(bytes);
  return lead ? decodeText(joined, lead[1] || null) : decodeWords(decodeText(joined, null));
}

function percentBytes(text: string): Buffer {
  const latin = Buffer.from(text, 'utf8').toString('latin1');
  return Buffer.from(
    latin.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** At most this many parameters are read; no mailer writes so many. */
const maximumParameters = 100;

function splitAtSemicolons(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < text.length && pieces.length < maximumParameters; at++) {
    const sign = text[at];
    if (sign === '\\' && quoted) at++;
    else if (sign === '"') quoted = !quoted;
    else if (sign === ';' && !quoted) {
      pieces.push(text.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(text.slice(start));
  return pieces;
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  const end = text.length > 1 && text.endsWith('"') ? -1 : undefined;
  // Windows paths are written with single backslashes by mailers that do not escape; before a letter it is no escape.
  return text.slice(1, end).replace(/\\(["\\])/g, '$1');
}
