/**
 * How mail programs mark quoted history in HTML: `element`, the element is the history; `rest`, it and all that follows is;
 * `attribution`, it is the line ("On ... wrote:") over the history that comes next.
 */
export type QuoteMark = 'element' | 'rest' | 'attribution';

const byClass = new Map<string, QuoteMark>([
  ['gmail_quote', 'element'],
  ['gmail_extra', 'element'],
  ['yahoo_quoted', 'element'],
  ['protonmail_quote', 'element'],
  ['zmail_extra', 'element'],
  ['tutanota_quote', 'element'],
  ['moz-forward-container', 'element'],
  ['ntes-mailmaster-quote', 'element'],
  ['WordSection1_quote', 'element'],
  ['gmail_attr', 'attribution'],
  ['moz-cite-prefix', 'attribution'],
  ['moz-email-headers-table', 'rest'],
  ['OutlookMessageHeader', 'rest'],
]);

const byId = new Map<string, QuoteMark>([
  ['divRplyFwdMsg', 'rest'],
  ['appendonsend', 'rest'],
  ['mail-editor-reference-message-container', 'element'],
  ['ms-outlook-mobile-reference-message', 'element'],
  ['OLK_SRC_BODY_SECTION', 'element'],
  ['isReplyContent', 'element'],
  ['isForwardContent', 'element'],
  ['ntes-pcmail-quote', 'element'],
  ['ymail_android_quote', 'element'],
  ['reply-intro', 'attribution'],
]);

/** Mail programs put a prefix to names when a letter with their marks is answered (`x_divRplyFwdMsg`, `m_-12gmail_quote`). */
const named = (name: string): string => name.replace(/^(?:x_)+/, '');

/** The mark that an element carries; null where it carries none. */
export function quoteMark(tag: string, attributes: Readonly<Record<string, string>>): QuoteMark | null {
  const id = attributes['id'] ?? '';
  const marked = byId.get(named(id));
  if (marked) return marked;
  for (const one of (attributes['class'] ?? '').slice(0, 500).split(/\s+/)) {
    const found = byClass.get(named(one));
    if (found) return found;
  }
  if (tag === 'blockquote') return attributes['type']?.toLowerCase() === 'cite' ? 'element' : null;
  // Word and Outlook for the desktop draw a line over the headers of what they quote.
  const style = (attributes['style'] ?? '').slice(0, 500).toLowerCase().replace(/\s+/g, '');
  const ruled =
    /border:none;border-top:solid#(?:e1e1e1|b5c4df)1\.0pt;padding:3\.0pt0(?:cm|in)0(?:cm|in)0(?:cm|in)/.test(
      style,
    );
  return tag === 'div' && ruled ? 'rest' : null;
}
