import { sanitiseWithin } from './sanitise-within.ts';

const paragraphs = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table', 'pre', 'blockquote'];
const blocks = ['div', 'tr', 'li', 'dt', 'dd', 'section', 'article', 'header', 'footer', 'center', 'hr'];
const kept = [...paragraphs, ...blocks, 'br', 'td', 'th', 'a', 'img'];

/**
 * What a letter's HTML says, as text: blocks as lines, quotes with `> `, list items with `- `, the address of a link behind its
 * words where they differ. The reading aid only: it is never parsed as HTML again.
 */
export function htmlToText(html: string): string {
  // The library is the tokeniser: its output is well-formed, holds these tags alone, and has only four entities left.
  const plain = sanitiseWithin(html, {
    allowedTags: kept,
    allowedAttributes: { a: ['href'], img: ['alt'] },
    nonTextTags: ['style', 'script', 'textarea', 'option', 'noscript', 'title', 'xmp', 'head'],
    allowedSchemes: ['http', 'https', 'mailto'],
  });
  return new TextWriter().write(plain);
}

class TextWriter {
  private readonly lines: string[] = [];
  private line = '';
  private quotes = 0;
  private preformatted = 0;
  private readonly links: { href: string; start: number }[] = [];

  write(html: string): string {
    let at = 0;
    while (at < html.length) {
      const open = html.indexOf('<', at);
      const end = open < 0 ? html.length : open;
      if (end > at) this.text(decodeEntities(html.slice(at, end)));
      if (open < 0) break;
      const close = html.indexOf('>', open);
      this.tag(html.slice(open + 1, close < 0 ? html.length : close));
      at = close < 0 ? html.length : close + 1;
    }
    this.endLine();
    return this.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  private text(text: string): void {
    if (this.preformatted > 0) {
      const [first = '', ...rest] = text.split('\n');
      this.line += first;
      for (const line of rest) {
        this.pushLine();
        this.line = line;
      }
      return;
    }
    const flat = text.replace(/[ \t\r\n\f]+/g, ' ');
    this.line += this.line === '' || this.line.endsWith(' ') ? flat.replace(/^ /, '') : flat;
  }

  private tag(tag: string): void {
    const closes = tag.startsWith('/');
    const name = /^\/?(\w+)/.exec(tag.slice(0, 20))?.[1] ?? '';
    if (name === 'br') this.pushLine();
    else if (name === 'a') this.link(closes ? null : attributeOf(tag, 'href'));
    else if (name === 'img') this.text(attributeOf(tag, 'alt') ?? '');
    else if (name === 'td' || name === 'th') {
      if (!closes && this.line !== '' && !this.line.endsWith(' ')) this.line += ' ';
    } else this.block(name, closes);
  }

  private block(name: string, closes: boolean): void {
    this.endLine();
    if (name === 'blockquote' && closes) this.quotes = Math.max(0, this.quotes - 1);
    if (paragraphs.includes(name)) this.blankLine();
    if (name === 'blockquote' && !closes) this.quotes++;
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted + (closes ? -1 : 1));
    if (name === 'li' && !closes) this.line = '- ';
  }

  private link(href: string | null): void {
    if (href !== null) {
      this.links.push({ href, start: this.line.length });
      return;
    }
    const link = this.links.pop();
    if (!link) return;
    const words = this.line.slice(Math.min(link.start, this.line.length)).trim();
    const address = link.href.replace(/^mailto:/i, '');
    if (words !== '' && address !== '' && !words.includes(address) && !link.href.includes(words))
      this.line += ` <${address}>`;
  }

  private pushLine(): void {
    const mark = this.quotes === 0 ? '' : `${'>'.repeat(Math.min(this.quotes, 20))} `;
    this.lines.push((mark + this.line).trimEnd());
    this.line = '';
  }

  private endLine(): void {
    if (this.line.trim() !== '') this.pushLine();
    this.line = '';
  }

  private blankLine(): void {
    const last = this.lines.at(-1);
    if (last !== undefined && !/^>*$/.test(last)) this.pushLine();
  }
}

function attributeOf(tag: string, name: string): string | null {
  const start = tag.indexOf(` ${name}="`);
  if (start < 0) return null;
  const from = start + name.length + 3;
  const end = tag.indexOf('"', from);
  return decodeEntities(tag.slice(from, end < 0 ? tag.length : end));
}

function decodeEntities(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\u00a0', ' ');
}
