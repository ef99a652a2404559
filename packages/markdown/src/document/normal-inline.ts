import type { Inline, Mark } from './article-document.ts';
import { outerSpaces } from './outer-spaces.ts';

/** From the outside to the inside. */
const order = ['bold', 'italic', 'strike', 'link', 'code'] as const;

const same = (a: Mark, b: Mark): boolean =>
  a.type === 'link' && b.type === 'link'
    ? a.attrs.href === b.attrs.href && a.attrs.title === b.attrs.title
    : a.type === b.type;

/** Whether a piece is set so. */
export const hasMark = (piece: Inline, mark: Mark): boolean =>
  (piece.marks ?? []).some((it) => same(it, mark));

const sorted = (marks: readonly Mark[]): Mark[] =>
  order.flatMap((type) => marks.find((it) => it.type === type) ?? []);

/** A piece with other marks. */
export function withMarks(piece: Inline, marks: readonly Mark[]): Inline {
  const { marks: _, ...rest } = piece;
  return marks.length > 0 ? { ...rest, marks } : rest;
}

const isCode = (piece: Inline): boolean => (piece.marks ?? []).some((it) => it.type === 'code');
const isSpace = (piece: Inline): boolean =>
  piece.type === 'hardBreak' || (piece.type === 'text' && !isCode(piece) && piece.text.trim() === '');

/**
 * The one form of what stands in a paragraph: nothing empty, spaces outside of what they would be set with, none at the ends or beside a
 * break. `oneLine` makes spaces of breaks, for headings and cells.
 */
export function normalInline(content: readonly Inline[], oneLine: boolean): Inline[] {
  const pieces = content.flatMap((piece): Inline[] => {
    const marks = sorted(piece.marks ?? []);
    if (piece.type === 'hardBreak') return [withMarks(oneLine ? { type: 'text', text: ' ' } : piece, marks)];
    if (piece.type === 'image')
      return piece.attrs.src === '' ? [] : [withMarks(normalImage(piece), without(marks, 'code'))];
    if (piece.type === 'fact') return [withMarks(piece, without(marks, 'code'))];
    const text = piece.text.replaceAll('\0', '\ufffd').replace(/[\t\n\r]/g, ' ');
    if (marks.some((it) => it.type === 'code'))
      return text === '' ? [] : [withMarks({ ...piece, text }, marks)];
    return outerSpaces(text).flatMap((part) =>
      part === '' ? [] : [withMarks({ type: 'text', text: part }, marks)],
    );
  });
  return trimmed(joined(pieces.map((piece, at) => (isSpace(piece) ? loosened(pieces, piece, at) : piece))));
}

const without = (marks: readonly Mark[], type: Mark['type']): Mark[] =>
  marks.filter((it) => it.type !== type);

function normalImage(piece: Inline & { type: 'image' }): Inline {
  const { src, alt, title } = piece.attrs;
  return { type: 'image', attrs: { src, alt: alt.replace(/\s+/g, ' ').trim(), title: title || null } };
}

/** Spaces in a row are set as both of their neighbours are, or as nothing: signs stand next to words. */
function loosened(pieces: readonly Inline[], piece: Inline, at: number): Inline {
  const begin = pieces.slice(0, at).findLastIndex((it) => !isSpace(it));
  const length = pieces.slice(at).findIndex((it) => !isSpace(it));
  const after = length < 0 ? undefined : pieces[at + length];
  const both = (pieces[begin]?.marks ?? []).filter((it) => it.type !== 'code' && after && hasMark(after, it));
  const spaces = pieces.slice(begin + 1, at + length);
  return withMarks(piece, both.every((mark) => spaces.every((it) => hasMark(it, mark))) ? both : []);
}

function joined(pieces: readonly Inline[]): Inline[] {
  const made: Inline[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (piece.type === 'text' && last?.type === 'text' && sameMarks(last, piece))
      made[made.length - 1] = { ...last, text: last.text + piece.text };
    else made.push(piece);
  }
  return made;
}

const sameMarks = (a: Inline, b: Inline): boolean =>
  (a.marks ?? []).length === (b.marks ?? []).length && (a.marks ?? []).every((it) => hasMark(b, it));

/** The same with no space set as anything: signs that overlap cannot all reach over it. */
export function bareSpaces(content: readonly Inline[]): Inline[] {
  return joined(
    content.flatMap((piece) =>
      piece.type !== 'text' || isCode(piece)
        ? [piece]
        : piece.text
            .split(/(\s+)/)
            .filter((part) => part !== '')
            .map((text) => withMarks({ type: 'text', text }, text.trim() === '' ? [] : (piece.marks ?? []))),
    ),
  );
}

function trimmed(pieces: readonly Inline[]): Inline[] {
  const made: Inline[] = [];
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1];
    const after = pieces[at + 1];
    if (piece.type !== 'text' || isCode(piece)) made.push(piece);
    else {
      let { text } = piece;
      if (!before || before.type === 'hardBreak') text = text.trimStart();
      if (!after || after.type === 'hardBreak') text = text.trimEnd();
      if (text !== '') made.push({ ...piece, text });
    }
  });
  while (made[0]?.type === 'hardBreak') made.shift();
  while (made.at(-1)?.type === 'hardBreak') made.pop();
  // A second break in a row would be an empty line, which ends a paragraph.
  return made.filter((it, at) => it.type !== 'hardBreak' || made[at - 1]?.type !== 'hardBreak');
}
