import type { IOptions } from 'sanitize-html';
import { sanitizeHtml } from '../../../platform/sanitize-html.ts';

/** An element, or a stretch of text. */
export type HtmlNode = HtmlElement | string;

export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

/** Elements within each other that a text of a help center may have; what is nested deeper keeps its text alone. */
const deepest = 60;

const options: IOptions = {
  allowedTags: [
    'h1 h2 h3 h4 h5 h6 p div section aside blockquote figure figcaption hr br pre code kbd samp strong b em i a img iframe video',
    'ul ol li dl dt dd table caption thead tbody tfoot tr th td',
  ].flatMap((names) => names.split(' ')),
  allowedAttributes: {
    '*': ['class'],
    a: ['href'],
    img: ['src', 'alt'],
    iframe: ['src', 'title'],
    video: ['src'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template', 'svg', 'math', 'object'],
  nestingLimit: deepest,
  parseStyleAttributes: false,
};

/** What ends by itself where the next begins, so that many in a row are not within each other; and what holds nothing. */
const endsItself = new Set(
  'p li dt dd tr td th thead tbody tfoot option br hr img input meta link wbr col area base embed param source track'.split(
    ' ',
  ),
);

/**
 * The HTML without the beginnings of elements far deeper than any that is kept: the parser looks through all that are open at each that
 * begins or ends, which for a hundred thousand within each other takes minutes.
 */
function withoutDepths(html: string): string {
  let depth = 0;
  return html.replace(/<(\/?)([a-z][^\s/>]*)/gi, (tag, closing: string, name: string) => {
    if (endsItself.has(name.toLowerCase())) return tag;
    if (closing) depth = Math.max(0, depth - 1);
    else if (++depth > 8 * deepest) return '<wbr';
    return tag;
  });
}

/** What is written of HTML once it is clean: nothing but elements with quoted attributes, and text with the entities of XML. */
const piece = /<(\/?)([a-z0-9]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;
const attribute = /([a-z-]+)="([^"]*)"/g;
const empty = new Set(['br', 'hr', 'img']);

/** HTML of whoever wrote it as a tree of what may be in an article. Nothing in it can run, and it leads to the web and to mail only. */
export function cleanHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: 'div', attributes: {}, children: [] };
  const open = [root];
  for (const [, closing, name = '', attributes = '', , text] of sanitizeHtml(
    withoutDepths(html),
    options,
  ).matchAll(piece)) {
    const here = open.at(-1) ?? root;
    if (text !== undefined) here.children.push(unescaped(text));
    else if (closing) {
      const at = open.findLastIndex((it) => it.name === name);
      if (at > 0) open.length = at;
    } else {
      const element: HtmlElement = { name, attributes: attributesOf(attributes), children: [] };
      here.children.push(element);
      if (!empty.has(name)) open.push(element);
    }
  }
  return root;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
