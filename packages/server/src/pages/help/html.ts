/** A piece of a page that is safe to put into one. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in a page or an attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (it) => escapes[it] ?? it);

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(write).join('');
  return escapeHtml(String(part));
}

/** A piece of a page: what is put in is escaped, unless it is such a piece itself. Nothing, false and null are left out. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(texts.reduce((left, text, at) => left + write(parts[at - 1]) + text));
}

/** What is known to be safe: what our Markdown makes, and our own scripts' data. */
export const raw = (text: string): Html => new Html(text);

/** Data for a script element: nothing in it can end the element. */
export const jsonForScript = (value: unknown): Html =>
  new Html(
    JSON.stringify(value)
      .replace(/</g, '\\u003c')
      .replace(/\u2028|\u2029/g, ''),
  );
