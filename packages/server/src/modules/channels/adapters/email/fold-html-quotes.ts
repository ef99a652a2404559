/** A letter's HTML in two. */
export interface FoldedHtml {
  /** What was written now. */
  readonly html: string;
  /** What was quoted below it; '' where nothing was marked as quoted. */
  readonly history: string;
}

/** A stretch of the HTML, as offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Element {
  readonly start: number;
  readonly tag: string;
}

const voids = new Set(['br', 'hr', 'img', 'col', 'wbr']);

/**
 * Takes the history off that mail programs marked. Takes and gives HTML as `sanitiseLetterHtml` makes it. Only what the letter ends
 * with is folded: where something was written after or between quotes they stay, and a letter that is all quote stays whole.
 */
export function foldHtmlQuotes(html: string): FoldedHtml {
  return new Folding(html).fold();
}

class Folding {
  private readonly html: string;
  private readonly open: Element[] = [];
  /** The quote that we are in, the one before, and the line that leads the next one in. */
  private quoted: Element | null = null;
  private quote: Stretch | null = null;
  private attribution: Stretch | null = null;
  /** Where outside of quotes anything was said, first and last; -1 before that. */
  private firstSaid = -1;
  private lastSaid = -1;

  constructor(html: string) {
    this.html = html;
  }

  fold(): FoldedHtml {
    const { html } = this;
    let text = 0;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', text)) {
      this.hear(text, at);
      const close = html.indexOf('>', at);
      if (close < 0) break;
      text = close + 1;
      const tag = html.slice(at + 1, close).replace(/\s?\/$/, '');
      if (tag.startsWith('/')) this.closeElement(text);
      else if (this.openElement({ start: at, tag })) return this.cutRest(at);
    }
    this.hear(text, html.length);
    return this.cutQuote();
  }

  private hear(start: number, end: number): void {
    if (this.quoted || !/[^\s\u00a0\u200b]/.test(this.html.slice(start, end))) return;
    this.say(start);
  }

  private say(at: number): void {
    if (this.firstSaid < 0) this.firstSaid = at;
    this.lastSaid = at;
  }

  /** Answers whether the history starts here and takes all the rest. */
  private openElement(element: Element): boolean {
    const mark = this.quoted ? null : markOf(element.tag);
    const name = nameOf(element.tag);
    if (mark === 'rest' && this.firstSaid >= 0) return true;
    if (name === 'img' && !this.quoted) this.say(element.start);
    if (voids.has(name)) return false;
    this.open.push(element);
    if (mark === 'element') this.quoted = element;
    return false;
  }

  private closeElement(end: number): void {
    const closed = this.open.pop();
    if (!closed) return;
    if (closed === this.quoted) {
      const line = this.attribution;
      // The line over a quote belongs to it, if nothing was said between them.
      const start = line && this.lastSaid < line.end ? line.start : closed.start;
      this.quote = { start, end };
      this.quoted = null;
    } else if (!this.quoted && markOf(closed.tag) === 'attribution')
      this.attribution = { start: closed.start, end };
  }

  private cutRest(at: number): FoldedHtml {
    const tags = this.open.map(({ tag }) => tag);
    return {
      html:
        this.html.slice(0, at) +
        tags
          .toReversed()
          .map((tag) => `</${nameOf(tag)}>`)
          .join(''),
      history: tags.map((tag) => `<${tag}>`).join('') + this.html.slice(at),
    };
  }

  private cutQuote(): FoldedHtml {
    const { html, quote } = this;
    const saidBefore = quote !== null && this.firstSaid >= 0 && this.firstSaid < quote.start;
    const saidAfter = quote !== null && this.lastSaid >= quote.end;
    if (!quote || !saidBefore || saidAfter) return { html, history: '' };
    return {
      html: html.slice(0, quote.start) + html.slice(quote.end),
      history: html.slice(quote.start, quote.end),
    };
  }
}

const nameOf = (tag: string): string => /^[\w-]+/.exec(tag)?.[0] ?? '';
const markOf = (tag: string): string | null => / data-quote="(\w+)"/.exec(tag)?.[1] ?? null;
