import { type Block, type Inline, openText } from '@fairlead/markdown';

/** How a stretch of an article is put into a chat. */
export interface ChatForm {
  /** A live fact in words; undefined where there is none of that name. What names one that there is not is left out: no number is made up. */
  readonly fact: (name: string) => string | undefined;
  /** Words that were asked about, such as a network: of a table only the rows that name most of them are given, where any does. */
  readonly about: readonly string[];
  /** Characters that fit; at least the first block is given. */
  readonly limit: number;
}

/** A stretch of an article as plain text with short lines, and whether all of it is there. */
export interface ChatText {
  readonly text: string;
  readonly whole: boolean;
}

/** Rows of a table that are given where none is asked for in particular. */
const fewRows = 6;
const unknown = Symbol('a live fact that there is not');
type Line = string | typeof unknown;

/** Puts Markdown into a chat: paragraphs, numbered steps, bullets and rows, as many whole blocks as fit. Pure. */
export function chatText(markdown: string, form: ChatForm): ChatText {
  const blocks = openText(markdown)?.document.content ?? [];
  const given: string[] = [];
  let length = 0;
  let whole = true;
  for (const block of blocks) {
    const text = linesOf(block, form).join('\n').trim();
    if (text === '') continue;
    if (given.length > 0 && length + text.length > form.limit) {
      whole = false;
      break;
    }
    given.push(text);
    length += text.length + 2;
  }
  const [first = ''] = given;
  if (given.length === 1 && first.length > form.limit * 1.5)
    return { text: cut(first, form.limit), whole: false };
  return { text: given.join('\n\n'), whole };
}

/** The beginning of a text, up to the end of a line or sentence. */
function cut(text: string, limit: number): string {
  const begun = text.slice(0, limit);
  const end = Math.max(
    begun.lastIndexOf('\n'),
    ...[...begun.matchAll(/[.!?。！？](?=\s|$|[^\d])/gu)].map((it) => it.index + 1),
  );
  return `${begun.slice(0, end > limit / 2 ? end : limit).trimEnd()} …`;
}

function linesOf(block: Block, form: ChatForm): string[] {
  switch (block.type) {
    case 'paragraph':
      return known([inline(block.content ?? [], form)]);
    case 'heading':
      return known([inline(block.content ?? [], form)]);
    case 'bulletList':
      return block.content.flatMap((item) => marked('•', item.content, form));
    case 'orderedList':
      return block.content.flatMap((item, at) => marked(`${block.attrs.start + at}.`, item.content, form));
    case 'blockquote':
    case 'callout':
      return block.content.flatMap((it) => linesOf(it, form));
    case 'codeBlock':
      return (block.content ?? []).map((it) => it.text);
    case 'table':
      return tableLines(block.content, form);
    default:
      return [];
  }
}

const known = (lines: readonly Line[]): string[] => lines.filter((it) => typeof it === 'string');

function marked(mark: string, blocks: readonly Block[], form: ChatForm): string[] {
  const [first, ...rest] = blocks.flatMap((it) => linesOf(it, form));
  return first === undefined ? [] : [`${mark} ${first}`, ...rest.map((it) => `   ${it}`)];
}

function tableLines(rows: Extract<Block, { type: 'table' }>['content'], form: ChatForm): string[] {
  const lines = rows.map((row) => {
    const cells = row.content.map(({ content: [cell] }) => inline(cell.content ?? [], form));
    return cells.includes(unknown) ? unknown : cells.join(' · ');
  });
  const [head, ...body] = lines;
  const told = known(body);
  const named = told.map(
    (line) => form.about.filter((it) => line.toLowerCase().includes(it.toLowerCase())).length,
  );
  const most = Math.max(0, ...named);
  const asked = most > 0 ? told.filter((_, at) => named[at] === most) : [];
  const shown = asked.length > 0 ? asked : told.length > fewRows * 1.5 ? told.slice(0, fewRows) : told;
  if (shown.length === 0) return [];
  return [...known([head ?? unknown]), ...shown.map((it) => `• ${it}`)];
}

function inline(content: readonly Inline[], { fact }: ChatForm): Line {
  let text = '';
  for (const part of content) {
    if (part.type === 'text') text += part.text;
    else if (part.type === 'hardBreak') text += '\n';
    else if (part.type === 'fact') {
      const value = fact(part.attrs.name);
      if (value === undefined) return unknown;
      text += value;
    }
  }
  return text.trim();
}
