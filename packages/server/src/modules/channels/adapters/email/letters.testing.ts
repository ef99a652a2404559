import type { Letter } from './letter.ts';
import { parseLetter } from './parse-letter.ts';

/** A letter from its headers and body as text; lines end as they do on the wire. */
export function letterOf(headers: Readonly<Record<string, string>>, body = ''): Letter {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return parseLetter(wire([...lines, '', body].join('\n')));
}

/** Text as bytes with CRLF. */
export const wire = (text: string): Buffer => Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8');
