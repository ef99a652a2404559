import { parseMarkdown } from '../markdown.ts';
import type { Inline, Mark } from './article-document.ts';
import { escapeText, guardText, writeCode, writeTarget } from './escape-text.ts';
import { bareSpaces, hasMark, normalInline, withMarks } from './normal-inline.ts';
import { outerSpaces } from './outer-spaces.ts';
import { readInline } from './read-inline.ts';

/** Where a text stands decides which of its signs would have a meaning. */
export type Place = 'paragraph' | 'heading' | 'quote' | 'callout' | 'cell';

interface Manner {
  escape: boolean;
  italic: '*' | '_';
  guard: boolean;
}

/** From the most readable to the one that always holds. */
const manners: readonly Manner[] = [
  { escape: false, italic: '*', guard: false },
  { escape: false, italic: '_', guard: false },
  { escape: true, italic: '*', guard: false },
  { escape: true, italic: '_', guard: false },
  { escape: true, italic: '*', guard: true },
  { escape: true, italic: '_', guard: true },
];

const around: Record<Place, (text: string) => string> = {
  paragraph: (text) => text,
  heading: (text) => `## ${text}`,
  quote: (text) => text.replace(/^/gm, '> '),
  callout: (text) => `[!NOTE]\n${text}`.replace(/^/gm, '> '),
  cell: (text) => `| ${text} |\n| --- |`,
};

/** What stands in a paragraph as Markdown, in the most readable way that says the same when it is read again. `content` is in its normal form. */
export function writeInline(content: readonly Inline[], place: Place): string {
  const wanted = JSON.stringify(bareSpaces(content));
  let written = '';
  for (const manner of manners) {
    const plain = writePieces(content, manner, true, true);
    written = place === 'cell' ? plain.replaceAll('|', '\\|') : plain;
    if (readAgain(written, place) === wanted) break;
  }
  return written;
}

function readAgain(text: string, place: Place): string {
  const { tokens } = parseMarkdown(around[place](text));
  const inline = tokens.filter((it) => it.type === 'inline');
  const kind = {
    paragraph: 'paragraph_open',
    heading: 'heading_open',
    quote: 'blockquote_open',
    callout: 'blockquote_open',
    cell: 'table_open',
  };
  if (
    inline.length > 1 ||
    tokens[0]?.type !== kind[place] ||
    (tokens[0].tag === 'aside') !== (place === 'callout')
  )
    return '';
  return JSON.stringify(bareSpaces(normalInline(readInline(inline[0]?.children ?? []) ?? [], false)));
}

function writePieces(pieces: readonly Inline[], manner: Manner, starts: boolean, ends: boolean): string {
  let written = '';
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at];
    if (!piece) break;
    const first = at === 0;
    const mark = outermost(pieces, at);
    if (!mark) {
      const next = pieces[at + 1];
      written += writeLeaf(piece, manner, {
        starts: first ? starts : pieces[at - 1]?.type === 'hardBreak',
        ends: ends && next === undefined,
        afterSign: !first,
        beforeSign: next !== undefined,
      });
      at++;
      continue;
    }
    let end = at + 1;
    while (end < pieces.length && hasMark(pieces[end] ?? piece, mark)) end++;
    const run = pieces.slice(at, end).map((it) =>
      withMarks(
        it,
        (it.marks ?? []).filter((own) => own.type !== mark.type),
      ),
    );
    written += wrap(mark, run, manner);
    at = end;
  }
  return written;
}

/** The mark that goes on longest stands outside; code is always innermost, and is written with its text. */
function outermost(pieces: readonly Inline[], at: number): Mark | undefined {
  let best: Mark | undefined;
  let longest = 0;
  for (const mark of pieces[at]?.marks ?? []) {
    if (mark.type === 'code') continue;
    let end = at + 1;
    while (end < pieces.length && hasMark(pieces[end] ?? { type: 'hardBreak' }, mark)) end++;
    if (end - at > longest) [best, longest] = [mark, end - at];
  }
  return best;
}

function wrap(mark: Mark, run: readonly Inline[], manner: Manner): string {
  const inner = writePieces(run, manner, false, false);
  if (mark.type === 'link') return `[${inner}](${writeTarget(mark.attrs.href, mark.attrs.title)})`;
  const sign = mark.type === 'italic' ? manner.italic : mark.type === 'bold' ? '**' : '~~';
  const [lead, core, trail] = outerSpaces(inner);
  // Signs around nothing but spaces would be text: `~~~~`.
  return core === '' ? inner : lead + sign + core + sign + trail;
}

interface Surrounded {
  starts: boolean;
  ends: boolean;
  afterSign: boolean;
  beforeSign: boolean;
}

function writeLeaf(piece: Inline, { escape, guard }: Manner, at: Surrounded): string {
  switch (piece.type) {
    case 'hardBreak':
      return '\\\n';
    case 'fact':
      return `{{${piece.attrs.name}}}`;
    case 'image': {
      const { src, alt, title } = piece.attrs;
      return `![${escapeText(alt, false, false)}](${writeTarget(src, title)})`;
    }
    case 'text': {
      if (piece.marks?.some((it) => it.type === 'code')) return writeCode(piece.text);
      const text = escape ? escapeText(piece.text, at.starts, at.ends) : piece.text;
      return guard ? guardText(text, at.afterSign, at.beforeSign) : text;
    }
  }
}
