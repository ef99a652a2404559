import { plainDigits } from './read-number.ts';

/** A stretch of text that is read as one: a sentence, or a row of a table. */
export interface Stretch {
  readonly text: string;
  readonly kind: 'sentence' | 'row';
  /** What it stands below: the title, headings, the head of its table. */
  readonly below: string;
  /** Of a row: its cells, and what heads each of them. */
  readonly cells: ReadonlyArray<{ readonly text: string; readonly head: string }>;
}

const blank = (it: string) => ' '.repeat(it.length);

/**
 * What nobody quotes a figure in, as spaces: live facts, code, addresses of pages, transaction ids, addresses of wallets, and other words that
 * hold digits.
 */
function maskText(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, (it) => it.replace(/[^\n]/g, ' '))
    .replace(/`[^`\n]*`/g, blank)
    .replace(/\{\{[^}]*\}\}/g, blank)
    .replace(/\]\([^)\n]*\)/g, (it) => `]${blank(it.slice(1))}`)
    .replace(/\bhttps?:\/\/\S+/g, blank)
    .replace(/[A-Za-z0-9_-]{20,}/g, blank);
}

const marker = /^\s*(?:[-*+]\s+|>\s?|\d{1,3}[.)]\s+)/;
const ends = /(?<=[.!?])\s+|(?<=[。！？;；])|\n/u;

/** The stretches of a Markdown text, or of a plain one, each with what it stands below, in plain digits. Pure. */
export function stretchesOf(written: string, body: string): Stretch[] {
  const [title, text] = [plainDigits(written), plainDigits(body)];
  const found: Stretch[] = [];
  let heading = '';
  let head: string[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    for (const sentence of paragraph.join(' ').split(ends))
      if (sentence.trim() !== '')
        found.push({ text: sentence.trim(), kind: 'sentence', below: `${title}\n${heading}`, cells: [] });
    paragraph = [];
  };
  for (const line of maskText(text).split('\n')) {
    const trimmed = line.trim();
    const isRow = trimmed.startsWith('|');
    if (!isRow) head = [];
    if (isRow) {
      flush();
      const cells = trimmed
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((it) => it.trim());
      if (cells.every((it) => /^:?-+:?$/.test(it))) continue;
      if (head.length === 0) head = cells;
      const heads = head;
      found.push({
        text: cells.join(' | '),
        kind: 'row',
        below: `${title}\n${heading}\n${heads === cells ? '' : heads.join(' ')}`,
        cells: cells.map((it, at) => ({ text: it, head: heads === cells ? '' : (heads[at] ?? '') })),
      });
    } else if (trimmed === '') flush();
    else if (/^#{1,6}\s/.test(trimmed)) {
      flush();
      heading = trimmed.replace(/^#+\s*/, '');
      found.push({ text: heading, kind: 'sentence', below: title, cells: [] });
    } else {
      if (marker.test(line)) flush();
      paragraph.push(line.replace(marker, ''));
    }
  }
  flush();
  return found;
}
