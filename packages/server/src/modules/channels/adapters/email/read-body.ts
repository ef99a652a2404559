import { decodeText } from './decode-text.ts';
import { joinFlowed } from './flowed-text.ts';
import { htmlToText } from './html-to-text.ts';
import type { Cut } from './letter.ts';
import { letterLimits } from './letter-limits.ts';
import { isLetter, type Part, partContent } from './read-parts.ts';

/** A letter's body: the parts that are to be read, put together, and the leaves that are files. */
export interface Body {
  readonly text: string;
  readonly html: string | null;
  readonly files: readonly Part[];
}

interface Piece {
  readonly text: string | null;
  readonly html: string | null;
}

interface Gathering {
  readonly files: Part[];
  readonly charset: string | null;
  readonly cut: Set<Cut>;
}

/**
 * Finds what is to be read. Alternatives give one text and one HTML; what stands side by side is put together in order. `charset` is
 * the hint for texts that name none. What a report or a forwarded letter holds is a file, not text.
 */
export function readBody(root: Part, charset: string | null): Body & { cut: ReadonlySet<Cut> } {
  const gathering: Gathering = { files: [], charset, cut: new Set() };
  const piece = readPiece(root, gathering);
  const html = piece.html;
  const text = piece.text ?? (html === null ? preamble(root, gathering) : htmlToText(html));
  return { text: limited(text, 'text', gathering.cut), html, files: gathering.files, cut: gathering.cut };
}

function readPiece(part: Part, gathering: Gathering): Piece {
  if (isLetter(part.type)) {
    gathering.files.push(part);
    return { text: null, html: null };
  }
  if (part.children.length > 0) {
    const pieces = part.children.map((child) => readPiece(child, gathering));
    return part.type === 'multipart/alternative' ? chooseAlternative(pieces) : putTogether(pieces);
  }
  if (part.type.startsWith('multipart/')) return { text: null, html: null };
  if (!isBody(part)) {
    gathering.files.push(part);
    return { text: null, html: null };
  }
  if (part.type === 'text/html')
    return { text: null, html: limited(textOf(part, gathering.charset), 'html', gathering.cut) };
  const text = textOf(part, gathering.charset);
  const flowed = part.parameters.get('format')?.toLowerCase() === 'flowed';
  const lines = flowed ? joinFlowed(text, part.parameters.get('delsp')?.toLowerCase() === 'yes') : text;
  return { text: lines.replace(/\r\n?/g, '\n'), html: null };
}

/** Texts are read unless they are named as files. Reports about letters and calendars are looked at elsewhere. */
function isBody(part: Part): boolean {
  if (part.disposition === 'attachment') return false;
  const named = part.dispositionParameters.has('filename') || part.parameters.has('name');
  const readable = part.type === 'text/plain' || part.type === 'text/html' || part.type === 'text/enriched';
  return readable || part.type === 'text/richtext' ? !named || part.disposition === 'inline' : false;
}

/** A part's content as text; for leaves that are texts. */
export function textOf(part: Part, hint: string | null): string {
  const charset = part.parameters.get('charset') ?? (part.type === 'text/html' ? metaCharset(part) : null);
  return decodeText(partContent(part), charset, hint);
}

/** The character set that HTML names itself, where its part does not. */
function metaCharset(part: Part): string | null {
  const start = Buffer.from(partContent(part)).toString('latin1', 0, 2048);
  return /<meta[^>]{0,200}charset=["']?([\w.:-]{2,40})/i.exec(start)?.[1] ?? null;
}

const isBlank = (text: string): boolean => text.trim() === '';

function chooseAlternative(pieces: readonly Piece[]): Piece {
  const texts = pieces.flatMap(({ text }) => (text === null ? [] : [text]));
  return {
    text: texts.find((text) => !isBlank(text)) ?? null,
    html: pieces.findLast(({ html }) => html !== null)?.html ?? null,
  };
}

function putTogether(pieces: readonly Piece[]): Piece {
  const filled = pieces.filter(({ text, html }) => html !== null || (text !== null && !isBlank(text)));
  if (filled.length <= 1)
    return filled[0] ?? pieces.find(({ text }) => text !== null) ?? { text: null, html: null };
  const texts = filled.map(({ text, html }) => text ?? htmlToText(html ?? ''));
  const hasHtml = filled.some(({ html }) => html !== null);
  return {
    text: texts.map((text) => text.replace(/\n+$/, '')).join('\n\n'),
    html: hasHtml ? filled.map(({ text, html }) => html ?? textToHtml(text ?? '')).join('\n') : null,
  };
}

const textToHtml = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')}</p>`;

/** A multipart that has no parts says what it says before them. */
function preamble(root: Part, gathering: Gathering): string {
  if (!root.type.startsWith('multipart/') || gathering.files.length > 0) return '';
  return decodeText(root.body, null, gathering.charset).replace(/\r\n?/g, '\n');
}

function limited(text: string, what: 'text' | 'html', cut: Set<Cut>): string {
  if (text.length <= letterLimits[what]) return text;
  cut.add(what);
  return text.slice(0, letterLimits[what]).toWellFormed();
}
