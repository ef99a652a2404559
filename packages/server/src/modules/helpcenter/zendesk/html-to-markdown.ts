import type { AlertKind } from '@fairlead/markdown';
import { cleanHtml, type HtmlElement, type HtmlNode } from './clean-html.ts';
import { inlineOf, type Links } from './inline-markdown.ts';
import { cellsOf } from './table-cells.ts';

export interface Converted {
  readonly markdown: string;
  /** Pictures and videos that were left as links to where they are. */
  readonly linked: number;
}

/**
 * An article's HTML in the form in which texts are kept: headings, paragraphs, steps, lists, tables, code, quotes and callouts. What it
 * says stays; what it looked like goes. Pictures and videos become links, since they stand on somebody else's server.
 */
export function htmlToMarkdown(html: string, linkTo: Links['linkTo']): Converted {
  let linked = 0;
  const markdown = blocksOf(cleanHtml(html).children, { linkTo, onPlace: () => linked++ }).join('\n\n');
  return { markdown, linked };
}

const blocks = new Set(
  'div section aside figure figcaption dl dt dd table caption thead tbody tfoot tr th td h1 h2 h3 h4 h5 h6 p blockquote ul ol li pre hr'.split(
    ' ',
  ),
);
const isBlock = (node: HtmlNode): node is HtmlElement => typeof node !== 'string' && holdsBlock(node);
/** Some writers put paragraphs within bold: then it is the paragraphs that count. */
const holdsBlock = (node: HtmlElement): boolean => blocks.has(node.name) || node.children.some(isBlock);

/** Each paragraph, list and the like by itself. */
function blocksOf(nodes: readonly HtmlNode[], links: Links): string[] {
  const found: string[] = [];
  let line: HtmlNode[] = [];
  const endLine = () => {
    const text = inlineOf(line, links);
    if (text) found.push(text);
    line = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) line.push(node);
    else {
      endLine();
      found.push(...blockOf(node, links));
    }
  }
  endLine();
  return found;
}

function blockOf(element: HtmlElement, links: Links): string[] {
  const { name, children } = element;
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const text = inlineOf(children, { ...links, oneLine: true });
      // Hashes at the end would close the heading, unseen.
      return text ? [`${name <= 'h2' ? '##' : '###'} ${text.replace(/(?<= )#+$/, '\\$&')}`] : [];
    }
    case 'pre':
      return fence(element);
    case 'hr':
      return ['---'];
    case 'ul':
    case 'ol':
      return list(element, links);
    case 'table':
      return table(element, links);
    case 'dt': {
      const text = inlineOf(children, { ...links, oneLine: true });
      return text ? [`**${text}**`] : [];
    }
    default: {
      const inner = blocksOf(children, links);
      const kind = calloutOf(element);
      if (inner.length === 0) return [];
      if (kind) return [quoted([`[!${kind.toUpperCase()}]\n${inner[0]}`, ...inner.slice(1)])];
      return name === 'blockquote' ? [quoted(inner)] : inner;
    }
  }
}

const quoted = (inner: readonly string[]): string =>
  inner
    .join('\n\n')
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');

const callouts: ReadonlyArray<readonly [AlertKind, RegExp]> = [
  ['caution', /danger|error|caution/],
  ['warning', /warn|alert|attention/],
  ['important', /important/],
  ['tip', /\btip|hint|success/],
  ['note', /note|info|callout|notice/],
];

/** What a box is for, by the names that themes of help centers give it. */
function calloutOf({ name, attributes }: HtmlElement): AlertKind | undefined {
  if (!['div', 'p', 'aside', 'section', 'blockquote'].includes(name)) return undefined;
  const named = (attributes['class'] ?? '').toLowerCase();
  return callouts.find(([, pattern]) => pattern.test(named))?.[0];
}

function fence(element: HtmlElement): string[] {
  const text = textOf(element).replace(/^\n|\s+$/g, '');
  if (!text.trim()) return [];
  const code = element.children.find((it) => typeof it !== 'string' && it.name === 'code');
  const names = [element, code]
    .map((it) => (typeof it === 'object' ? (it.attributes['class'] ?? '') : ''))
    .join(' ');
  const language = /\blang(?:uage)?-([a-z0-9+#-]{1,20})/.exec(names)?.[1] ?? '';
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([it]) => it.length));
  const marks = '`'.repeat(longest + 1);
  return [`${marks}${language}\n${text}\n${marks}`];
}

function textOf(node: HtmlNode): string {
  if (typeof node === 'string') return node;
  return node.name === 'br' ? '\n' : node.children.map(textOf).join('');
}

function list(element: HtmlElement, links: Links): string[] {
  const start = Number(element.attributes['start'] ?? 1);
  let number = Number.isInteger(start) && start >= 0 && start < 1_000_000 ? start : 1;
  const items: string[] = [];
  let spacious = false;
  for (const child of element.children) {
    if (typeof child === 'string' ? !child.trim() : false) continue;
    const inner = blocksOf(
      typeof child !== 'string' && child.name === 'li' ? child.children : [child],
      links,
    );
    if (inner.length === 0) continue;
    const mark = element.name === 'ol' ? `${number++}. ` : '- ';
    const within = ' '.repeat(mark.length);
    spacious ||= inner.length > 1 && !/^(?:- |\d+\. )/.test(inner[1] ?? '');
    const text = inner.join(spacious ? '\n\n' : '\n');
    items.push(mark + text.replace(/\n(?=.)/g, `\n${within}`));
  }
  return items.length > 0 ? [items.join(spacious ? '\n\n' : '\n')] : [];
}

function table(element: HtmlElement, links: Links): string[] {
  const rows = cellsOf(element).map((row) =>
    row.map((cell) =>
      blocksOf(cell.children, { ...links, oneLine: true, inTable: true })
        .join(' ')
        .replace(/\s*\n\s*/g, ' '),
    ),
  );
  const wide = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows;
  if (!head || wide === 0) return [];
  // A box made of a table of one cell.
  if (wide === 1 && body.length === 0) return head[0] ? [head[0]] : [];
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: wide }, (_, at) => row[at] ?? '').join(' | ')} |`;
  return [[line(head), `|${' --- |'.repeat(wide)}`, ...body.map(line)].join('\n')];
}
