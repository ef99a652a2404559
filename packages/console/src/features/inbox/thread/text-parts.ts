/** A stretch of a message's text: plain, a web address, or something people copy. */
export type TextPart =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string; host: string }
  | { kind: 'code'; text: string }
  | { kind: 'mention'; text: string };

const address = /https?:\/\/[^\s<>"'`，。；！？、（）《》「」【】]+/gi;
/** Transaction ids and wallet addresses: hexadecimal, or letters and digits mixed, of a length that no word has. */
const longId =
  /(?<![\w-])(?:[eu]q[\w-]{46}|0x[0-9a-f]{24,}|[0-9a-f]{32,}|(?=\w*\d)(?=\w*[a-z])[a-z0-9]{25,})(?![\w-])/gi;
/** What ends a sentence does not belong to the address before it. */
const trailing = /[.,;:!?)\]}'"]+$/;

/**
 * Splits a text for showing. Only `http` and `https` become links, with the host as the browser will see it, so that letters of
 * another script that look alike stand out.
 */
export function textParts(text: string, mentions: readonly string[] = []): TextPart[] {
  return splitBy(text, address, toLink).flatMap((part) =>
    part.kind === 'text'
      ? splitBy(part.text, longId, (found) => ({ kind: 'code', text: found })).flatMap((inner) =>
          inner.kind === 'text' ? withMentions(inner.text, mentions) : [inner],
        )
      : [part],
  );
}

function withMentions(text: string, names: readonly string[]): TextPart[] {
  if (names.length === 0) return [{ kind: 'text', text }];
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return splitBy(text, new RegExp(`@(?:${escaped.join('|')})`, 'g'), (found) => ({
    kind: 'mention',
    text: found,
  }));
}

function toLink(found: string): TextPart | null {
  const text = found.replace(trailing, '');
  try {
    const url = new URL(text);
    return { kind: 'link', text, href: url.href, host: url.host };
  } catch {
    return null;
  }
}

function splitBy(text: string, pattern: RegExp, make: (found: string) => TextPart | null): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const part = make(match[0]);
    if (!part) continue;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push(part);
    end = match.index + part.text.length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
