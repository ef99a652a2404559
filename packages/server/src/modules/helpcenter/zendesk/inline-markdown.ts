import type { HtmlElement, HtmlNode } from './clean-html.ts';

/** What running text needs to know of where it stands. */
export interface Links {
  /** Where a link leads from now on: itself, or another article. Undefined where it leads nowhere. */
  readonly linkTo: (url: string) => string | undefined;
  /** Told of each picture and video that is left as a link. */
  readonly onPlace: () => void;
  /** It cannot be broken into lines. */
  readonly oneLine?: boolean;
  readonly inTable?: boolean;
  readonly inLink?: boolean;
}

/** Text with what stands within it: bold, links, code, breaks. Ends of lines and spaces are as readers see them. */
export function inlineOf(nodes: readonly HtmlNode[], links: Links): string {
  return escapeStarts(
    joined(nodes.map((node) => partOf(node, links)))
      .replace(/[ \t]*\\\n[ \t]*/g, links.oneLine ? ' ' : '\\\n')
      .replace(/(?:\\\n)+$|^(?:\\\n)+/g, '')
      .replace(/ {2,}/g, ' ')
      .trim(),
  );
}

/** One after another. An exclamation mark just before a link would make a picture of it, so it is kept apart. */
const joined = (parts: readonly string[]): string =>
  parts.reduce(
    (text, part) =>
      text.endsWith('!') && part.startsWith('[') ? `${text.slice(0, -1)}\\!${part}` : text + part,
    '',
  );

function partOf(node: HtmlNode, links: Links): string {
  if (typeof node === 'string') return escapeText(node.replace(/[\s\u00a0]+/g, ' '), links.inTable ?? false);
  const within = (more: Partial<Links> = {}) =>
    joined(node.children.map((it) => partOf(it, { ...links, ...more })));
  switch (node.name) {
    case 'br':
      return links.oneLine ? ' ' : '\\\n';
    case 'strong':
    case 'b':
      return marked('**', within());
    case 'em':
    case 'i':
      return marked('*', within());
    case 'code':
    case 'kbd':
    case 'samp':
      return code(node, links.inTable ?? false);
    case 'a':
      return link(within({ inLink: true }), node.attributes['href'], links);
    case 'img':
      return place(node.attributes['src'], node.attributes['alt'], links);
    case 'iframe':
    case 'video':
      return place(node.attributes['src'], node.attributes['title'], links);
    default:
      return within();
  }
}

/** Marks lean on letters: spaces at the edges go outside. Text that is marked already, or of spaces only, stays as it is. */
function marked(mark: string, text: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (!inner || /[*\n]/.test(inner.replaceAll('\\*', ''))) return text;
  return `${before}${mark}${inner}${mark}${after}`;
}

function code(node: HtmlElement, inTable: boolean): string {
  const text = plain(node).replace(/\s+/g, ' ').trim();
  if (!text) return '';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([it]) => it.length));
  const marks = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${marks}${pad}${inTable ? text.replaceAll('|', '\\|') : text}${pad}${marks}`;
}

const plain = (node: HtmlNode): string =>
  typeof node === 'string' ? node : node.children.map(plain).join('');

function link(text: string, href: string | undefined, { linkTo, inLink }: Links): string {
  const target = href && !inLink ? addressOf(linkTo(href)) : undefined;
  const words = text.replace(/\s*\\\n\s*/g, ' ').trim();
  if (!target || !words) return text;
  return `[${words}](${target})`;
}

/** A picture or video, as a link to where it is. */
function place(src: string | undefined, title: string | undefined, links: Links): string {
  const target = addressOf(src && /^https?:\/\//i.test(src) ? src : undefined);
  if (!target || links.inLink) return '';
  links.onPlace();
  const url = URL.parse(target);
  const name = title?.trim() || decoded(url?.pathname.split('/').at(-1) ?? '') || url?.hostname || target;
  return `[${escapeText(name.replace(/\s+/g, ' '), links.inTable ?? false)}](${target})`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address as it may stand in the brackets of a link. */
function addressOf(url: string | undefined): string | undefined {
  return (
    url
      ?.trim()
      .replace(
        /[\s<>()\\|`{}"]/g,
        (it) => `%${it.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
      ) || undefined
  );
}

/** Characters that mean something in Markdown, or name a live fact, mean themselves. */
function escapeText(text: string, inTable: boolean): string {
  return text
    .replace(/[\\`*_[\]<>~]/g, '\\$&')
    .replace(/&(?=[#a-z0-9]+;)/gi, '\\&')
    .replace(/\{(?=\{)/g, '\\{')
    .replace(/\|/g, inTable ? '\\|' : '|');
}

/** What would make a heading, a list, a rule or a quote of the beginning of a line. */
function escapeStarts(text: string): string {
  return text.replace(
    /^( {0,3})(#{1,6}(?= |$)|[-+=](?=[ -=]|$)|\d{1,9}(?=[.)](?: |$)))/gm,
    (_, space: string, it: string) => (/^\d/.test(it) ? `${space}${it}\\` : `${space}\\${it}`),
  );
}
