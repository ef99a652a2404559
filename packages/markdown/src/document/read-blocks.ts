import type { Token } from 'markdown-it';
import type { AlertKind } from '../markdown.ts';
import type { Alignment, Block, Cell, Inline, ListItem, Paragraph, Row } from './article-document.ts';
import { alertKinds } from './article-document.ts';
import { readInline } from './read-inline.ts';

/** Something that an editor has nothing for. */
class Unknown extends Error {}

/** The blocks that tokens stand for; null where there is one that an editor has nothing for. */
export function readBlocks(tokens: readonly Token[]): Block[] | null {
  try {
    return blocksOf(tokens);
  } catch (error) {
    if (error instanceof Unknown) return null;
    throw error;
  }
}

/** The tokens of each block that stands in no other. */
export function topBlocks(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1)?.push(token);
    depth += token.nesting;
  }
  return blocks;
}

const blocksOf = (tokens: readonly Token[]): Block[] => topBlocks(tokens).map(blockOf);

function blockOf(tokens: Token[]): Block {
  const [open] = tokens;
  const inner = tokens.slice(1, -1);
  switch (open?.type) {
    case 'paragraph_open':
      return { type: 'paragraph', ...inlineOf(inner) };
    case 'heading_open':
      return {
        type: 'heading',
        attrs: { level: open.markup.startsWith('#') ? open.markup.length : open.markup === '=' ? 1 : 2 },
        ...inlineOf(inner),
      };
    case 'bullet_list_open':
      return { type: 'bulletList', attrs: { tight: isTight(inner) }, content: itemsOf(inner) };
    case 'ordered_list_open': {
      const start = Number(open.attrGet('start') ?? 1);
      return { type: 'orderedList', attrs: { start, tight: isTight(inner) }, content: itemsOf(inner) };
    }
    case 'blockquote_open':
      return quoteOf(open, inner);
    case 'fence':
    case 'code_block': {
      const text = open.content.replace(/\n$/, '');
      const language = open.info.trim() || null;
      return {
        type: 'codeBlock',
        attrs: { language },
        ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
      };
    }
    case 'hr':
      return { type: 'horizontalRule' };
    case 'table_open':
      return { type: 'table', content: rowsOf(inner) };
    default:
      throw new Unknown();
  }
}

function inlineOf(tokens: readonly Token[]): { content?: Inline[] } {
  const content = readInline(tokens[0]?.children ?? []);
  if (!content) throw new Unknown();
  return content.length > 0 ? { content } : {};
}

/** Paragraphs of a list whose entries stand close together are hidden. */
function isTight(tokens: readonly Token[]): boolean {
  const level = tokens[0]?.level ?? 0;
  return tokens.every((it) => it.type !== 'paragraph_open' || it.level !== level + 1 || it.hidden);
}

const itemsOf = (tokens: readonly Token[]): ListItem[] =>
  topBlocks(tokens).map((item) => {
    const content = blocksOf(item.slice(1, -1));
    return {
      type: 'listItem',
      content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
    };
  });

function quoteOf(open: Token, inner: readonly Token[]): Block {
  const read = blocksOf(inner);
  const content: Block[] = read.length > 0 ? read : [{ type: 'paragraph' }];
  const kind = (open.meta as { kind?: AlertKind } | null)?.kind;
  return kind && alertKinds.includes(kind)
    ? { type: 'callout', attrs: { kind }, content }
    : { type: 'blockquote', content };
}

const rowsOf = (tokens: readonly Token[]): Row[] =>
  topBlocks(tokens).flatMap((part) =>
    topBlocks(part.slice(1, -1)).map((row) => ({
      type: 'tableRow' as const,
      content: topBlocks(row.slice(1, -1)).map(cellOf),
    })),
  );

function cellOf([open, ...rest]: Token[]): Cell {
  const [, found] = /text-align:(left|center|right)/.exec(String(open?.attrGet('style') ?? '')) ?? [];
  const align: Alignment = found === 'left' || found === 'center' || found === 'right' ? found : null;
  const paragraph: Paragraph = { type: 'paragraph', ...inlineOf(rest) };
  return {
    type: open?.type === 'th_open' ? 'tableHeader' : 'tableCell',
    attrs: { align },
    content: [paragraph],
  };
}
