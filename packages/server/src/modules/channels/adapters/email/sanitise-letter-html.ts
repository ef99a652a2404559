import { safeStyle } from './letter-style.ts';
import { quoteMark } from './quote-marks.ts';
import { sanitiseWithin } from './sanitise-within.ts';

const tags = [
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt',
  'em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp rt ruby',
  's samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr',
].flatMap((line) => line.split(' '));

const plainAttributes = new Set(['title', 'lang', 'align', 'valign', 'alt']);
const numbers = new Set(
  'width height colspan rowspan border cellpadding cellspacing start span size'.split(' '),
);
const colours = new Set(['bgcolor', 'color', 'bordercolor']);
const images = new Set(['src', 'data-remote-src']);

/**
 * A letter's HTML that may be put into a page: no script, handler, form, frame, style sheet, and nothing that loads, moves or covers.
 *
 * - Remote images have no `src` but `data-remote-src`, so that the reader decides whether the sender learns of the reading.
 * - `cid:` images keep their `src`, for the screen to fill in from the attachments. No other scheme is left in it.
 * - Links lead to http, https, mailto and tel only, in a new window that knows nothing of this one.
 * - `data-quote` says what mail programs marked as history (`foldHtmlQuotes` reads it). Ids, classes and other data are gone.
 *
 * The result is well-formed, every attribute in double quotes.
 */
export function sanitiseLetterHtml(html: string): string {
  return sanitiseWithin(html, {
    allowedTags: tags,
    allowedAttributes: {
      '*': ['dir', 'style', 'data-quote', ...plainAttributes, ...numbers, ...colours],
      a: ['href', 'rel', 'target'],
      img: [...images],
      font: ['face'],
      ol: ['type'],
      ul: ['type'],
    },
    // What stands in these is no text for people.
    nonTextTags: [
      'style script textarea option select noscript title xmp head object embed iframe noembed noframes template',
      'svg math audio video canvas plaintext',
    ].flatMap((line) => line.split(' ')),
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['cid'] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    transformTags: {
      '*': (tagName, attributes) => ({ tagName, attribs: safeAttributes(tagName, attributes) }),
    },
  });
}

function safeAttributes(tag: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const safe: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (plainAttributes.has(name)) safe[name] = value.slice(0, 1000);
    else if (numbers.has(name) && /^\d{1,4}(?:\.\d{1,2})?(?:px|%)?$/.test(value.trim()))
      safe[name] = value.trim();
    else if (colours.has(name) && /^#?\w{3,20}$/.test(value.trim())) safe[name] = value.trim();
    else if (name === 'dir' && /^(?:ltr|rtl|auto)$/i.test(value)) safe[name] = value.toLowerCase();
    else if (name === 'type' && /^[1aAiI]$|^(?:disc|circle|square)$/.test(value)) safe[name] = value;
    else if (name === 'face' && /^[\w\s,'-]{1,100}$/.test(value)) safe[name] = value;
    else if (name === 'style') {
      const style = safeStyle(value);
      if (style !== '') safe[name] = style;
    }
  }
  const mark = quoteMark(tag, given);
  if (mark) safe['data-quote'] = mark;
  if (tag === 'a') Object.assign(safe, linkAttributes(given['href']));
  if (tag === 'img') Object.assign(safe, imageSource(given['src']));
  return safe;
}

function linkAttributes(href: string | undefined): Record<string, string> {
  const target = readUrl(href);
  return target ? { href: target, rel: 'noopener noreferrer nofollow', target: '_blank' } : {};
}

function imageSource(src: string | undefined): Record<string, string> {
  if (src === undefined) return {};
  const trimmed = src.trim();
  if (/^cid:[^\s"'<>\\]{1,500}$/i.test(trimmed)) return { src: trimmed };
  const remote = readUrl(trimmed.startsWith('//') ? `https:${trimmed}` : trimmed);
  return remote && /^https?:/.test(remote) ? { 'data-remote-src': remote } : {};
}

/** The address as the platform understands it, which is how browsers do; null for any scheme but these, and for what is no address. */
function readUrl(value: string | undefined): string | null {
  if (value === undefined || value.length > 8000 || !URL.canParse(value)) return null;
  const url = new URL(value);
  return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null;
}
