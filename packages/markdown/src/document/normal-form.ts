import type { Block, Cell, Inline, ListItem, Paragraph, Row } from './article-document.ts';
import { normalInline } from './normal-inline.ts';

/** The one form of what blocks say: what Markdown has no signs for, such as an empty paragraph, is left out. Writing and reading it gives the same. */
export function normalForm(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    switch (block.type) {
      case 'paragraph': {
        const paragraph = normalParagraph(block, false);
        return paragraph.content ? [paragraph] : [];
      }
      case 'heading': {
        const content = normalInline(block.content ?? [], true);
        return content.length > 0 ? [{ ...block, content }] : [];
      }
      case 'bulletList':
      case 'orderedList': {
        const content = block.content.map(normalItem);
        if (content.length === 0) return [];
        const tight = isTight(content, block.attrs.tight);
        return block.type === 'bulletList'
          ? [{ type: 'bulletList', attrs: { tight }, content }]
          : [{ type: 'orderedList', attrs: { start: block.attrs.start, tight }, content }];
      }
      case 'blockquote':
      case 'callout':
        return [{ ...block, content: orEmpty(normalForm(block.content)) }];
      case 'codeBlock':
        return [normalCode(block)];
      case 'table': {
        const rows = normalRows(block.content);
        return rows.length > 0 ? [{ type: 'table', content: rows }] : [];
      }
      case 'raw':
        return block.attrs.source.trim() === '' ? [] : [block];
      case 'horizontalRule':
        return [{ type: 'horizontalRule' }];
    }
  });
}

function normalParagraph({ content = [] }: Paragraph, oneLine: boolean): Paragraph {
  const pieces: Inline[] = normalInline(content, oneLine);
  return pieces.length > 0 ? { type: 'paragraph', content: pieces } : { type: 'paragraph' };
}

const orEmpty = (blocks: Block[]): Block[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }]);

function normalItem({ content }: ListItem): ListItem {
  const blocks = normalForm(content);
  return {
    type: 'listItem',
    content: blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks],
  };
}

/** Entries stand close together only where Markdown can say so: nothing in them may need an empty line. */
function isTight(items: readonly ListItem[], wanted: boolean): boolean {
  const parts = items.map(({ content }) => content.filter((it) => it.type !== 'paragraph' || it.content));
  const paragraphs = parts.some((blocks) => blocks.some((it) => it.type === 'paragraph'));
  // Nothing shows how an only block stands to others.
  if (!paragraphs || (items.length === 1 && (parts[0]?.length ?? 0) < 2)) return true;
  return wanted && parts.every(canBeClose);
}

/** Whether the blocks of an entry need no empty line between them. */
export const canBeClose = (blocks: readonly Block[]): boolean =>
  blocks.every((it, at) => {
    const before = blocks[at - 1];
    return !before || (before.type === 'paragraph' && mayFollowLine(it));
  });

/** Whether something may stand directly below the line of a paragraph and not be taken for more of it. */
function mayFollowLine(block: Block): boolean {
  if (block.type === 'codeBlock') return true;
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return false;
  const [first] = block.content;
  const empty = !first?.content.some((it) => it.type !== 'paragraph' || it.content);
  return !empty && (block.type === 'bulletList' || block.attrs.start === 1);
}

function normalCode(block: Block & { type: 'codeBlock' }): Block {
  const text = (block.content ?? [])
    .map((it) => it.text)
    .join('')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd');
  const language = block.attrs.language?.replace(/[`\s]+/g, ' ').trim() || null;
  return {
    type: 'codeBlock',
    attrs: { language },
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  };
}

/** Every row has as many cells as the first, which is the head. */
function normalRows(rows: readonly Row[]): Row[] {
  const spread = rows.map(({ content }) => content.flatMap(spreadCell));
  const head = spread[0] ?? [];
  if (head.length === 0) return [];
  return spread.map((cells, row) => ({
    type: 'tableRow',
    content: head.map((first, column): Cell => {
      const cell = cells[column];
      return {
        type: row === 0 ? 'tableHeader' : 'tableCell',
        attrs: { align: first.attrs?.align ?? null },
        content: [normalParagraph(cell?.content[0] ?? { type: 'paragraph' }, true)],
      };
    }),
  }));
}

const spreadCell = (cell: Cell): Cell[] => [
  cell,
  ...Array.from(
    { length: (cell.attrs?.colspan ?? 1) - 1 },
    (): Cell => ({ type: cell.type, content: [{ type: 'paragraph' }] }),
  ),
];
