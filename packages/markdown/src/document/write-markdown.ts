import type { Alignment, Block, ListItem, Row } from './article-document.ts';
import { canBeClose, normalForm } from './normal-form.ts';
import { writeInline } from './write-inline.ts';

/** Blocks as Markdown, an empty line between them, without one at the end. What Markdown has no signs for is left out. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return writeBlocks(normalForm(blocks), 'top').join('\n\n');
}

type Around = 'top' | 'list' | 'quote' | 'callout';

function writeBlocks(blocks: readonly Block[], around: Around): string[] {
  let before: string | undefined;
  return blocks.map((block, at) => {
    // Lists that follow each other are told apart by their signs.
    const beside = [before, rawSign(blocks[at + 1])];
    const [usual = '', ...others] = signs(block);
    const sign = [usual, ...others].find((it) => !beside.includes(it)) ?? usual;
    before = sign || rawSign(block);
    return writeBlock(block, around, sign, at === 0);
  });
}

const signs = ({ type }: Block): readonly string[] =>
  type === 'bulletList' ? ['-', '*', '+'] : type === 'orderedList' ? ['.', ')'] : [];

/** The sign of a list that is held as it is written. */
function rawSign(block: Block | undefined): string | undefined {
  if (block?.type !== 'raw') return undefined;
  const [, bullet, behind] = /^ {0,3}(?:([-*+])|\d{1,9}([.)]))(?:\s|$)/.exec(block.attrs.source) ?? [];
  return bullet ?? behind;
}

/** Whether a block is a list, also one that is held as it is written. */
export const isList = (block: Block): boolean => signs(block).length > 0 || rawSign(block) !== undefined;

function writeBlock(block: Block, around: Around, sign: string, first: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return writeInline(
        block.content ?? [],
        first && (around === 'quote' || around === 'callout') ? around : 'paragraph',
      );
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${writeInline(block.content ?? [], 'heading')}`;
    case 'bulletList':
      return writeItems(block.content, block.attrs.tight, () => `${sign} `);
    case 'orderedList':
      return writeItems(block.content, block.attrs.tight, (at) => `${block.attrs.start + at}${sign} `);
    case 'blockquote':
      return quoted(writeBlocks(block.content, 'quote').join('\n\n'));
    case 'callout': {
      const [head, ...rest] = writeBlocks(block.content, 'callout');
      // A paragraph stands on the line below; anything else after an empty one.
      const begins = block.content[0]?.type === 'paragraph' ? [head].filter(Boolean) : ['', head ?? ''];
      return quoted([[`[!${block.attrs.kind.toUpperCase()}]`, ...begins].join('\n'), ...rest].join('\n\n'));
    }
    case 'codeBlock': {
      const text = block.content?.[0]?.text ?? '';
      const longest = Math.max(2, ...(text.match(/^\s*`+/gm) ?? []).map((it) => it.trim().length));
      const fence = '`'.repeat(longest + 1);
      return `${fence}${block.attrs.language ?? ''}\n${text === '' ? '' : `${text}\n`}${fence}`;
    }
    case 'horizontalRule':
      // Three hyphens behind the sign of a list would be one line with it.
      return around === 'list' || around === 'callout' ? '___' : '---';
    case 'table':
      return writeTable(block.content);
    case 'raw':
      return block.attrs.source;
  }
}

const quoted = (text: string): string => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');

function writeItems(items: readonly ListItem[], tight: boolean, sign: (at: number) => string): string {
  const entries = items.map(({ content: [head, ...rest] }) =>
    !head || (head.type === 'paragraph' && !head.content) ? rest : [head, ...rest],
  );
  const close = tight && entries.every(canBeClose);
  return entries
    .map((shown, at) => {
      const inner = writeBlocks(shown, 'list').join(close ? '\n' : '\n\n');
      const mark = sign(at);
      return (mark + inner.replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length)}`)).trimEnd();
    })
    .join(close ? '\n' : '\n\n');
}

const rules: Record<NonNullable<Alignment> | 'none', string> = {
  none: '---',
  left: ':---',
  center: ':---:',
  right: '---:',
};

function writeTable([head, ...rows]: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const written = ({ content }: Row) =>
    line(content.map((cell) => writeInline(cell.content[0].content ?? [], 'cell')));
  if (!head) return '';
  const under = line(head.content.map(({ attrs }) => rules[attrs?.align ?? 'none']));
  return [written(head), under, ...rows.map(written)].join('\n');
}
