import { charsetOfWords, decodeWords } from './decode-words.ts';
import { languageHint } from './language-hint.ts';
import type { Letter } from './letter.ts';
import { letterLimits } from './letter-limits.ts';
import { readAddresses, withoutControls } from './read-addresses.ts';
import { readAttachments, readReports } from './read-attachments.ts';
import { readBody, textOf } from './read-body.ts';
import { readDate } from './read-date.ts';
import { headerValue } from './read-headers.ts';
import { readInvitation } from './read-invitation.ts';
import { isLetter, type Part, readParts } from './read-parts.ts';
import { readProtection } from './read-protection.ts';

/**
 * Reads a letter. Pure, and never throws: from bytes that are no letter it makes one whose text they are. The charsets are those of
 * the platform's full ICU; UTF-7 is not decoded.
 */
export function parseLetter(bytes: Uint8Array): Letter {
  const { root, cut } = readParts(bytes);
  const value = (name: string) => headerValue(root.headers, name);
  const charset = root.headers.reduce<string | null>((found, it) => found ?? charsetOfWords(it.value), null);
  const body = readBody(root, charset);
  const reports = readReports(body.files);
  const isReport = root.type === 'multipart/report';
  const forwarded = isReport ? [] : body.files.filter(({ type }) => isLetter(type)).map(quoteLetter);
  const calendar = findCalendar(body.files);
  return {
    messageId: readMessageIds(value('message-id'))[0] ?? null,
    inReplyTo: readMessageIds(value('in-reply-to')),
    references: readMessageIds(value('references')),
    from: readAddresses(value('from'))[0] ?? null,
    sender: readAddresses(value('sender'))[0] ?? null,
    replyTo: readAddresses(value('reply-to')),
    to: readAddresses(value('to')),
    cc: readAddresses(value('cc')),
    subject: withoutControls(decodeWords(value('subject') ?? '')).trim(),
    date: readDate(value('date')),
    text: [body.text.replaceAll('\0', '').toWellFormed(), ...forwarded]
      .filter((text) => text !== '')
      .join('\n\n'),
    html: body.html?.replaceAll('\0', '') ?? null,
    attachments: readAttachments(body.files),
    invitation: calendar ? readInvitation(textOf(calendar, charset)) : null,
    protection: readProtection(root, body.text),
    reports,
    languageHint: languageHint(root.headers, [...charsetsOf(root), charset]),
    headers: root.headers,
    cut: [...new Set([...cut, ...body.cut])],
  };
}

/** The ids in a header, in order, each once. Some write them without angle brackets. */
export function readMessageIds(header: string | null): string[] {
  if (!header) return [];
  const bracketed = [...header.matchAll(/<([^<>\s]{1,998})>/g)].map((match) => match[1] ?? '');
  const bare = header.split(/[\s,]+/).filter((word) => /^[^<>@"]{1,500}@[^<>@"]{1,490}$/.test(word));
  const ids = [...new Set(bracketed.length > 0 ? bracketed : bare)];
  if (ids.length <= letterLimits.references) return ids;
  // The first names the thread and the last ones its end; what lies between is not needed to find it.
  return [...ids.slice(0, 1), ...ids.slice(1 - letterLimits.references)];
}

/** How much of a forwarded letter stands in the text; all of it is in its file. */
const maximumQuote = 20_000;

/** A letter that was forwarded as a file, as quoted text. */
function quoteLetter(part: Part): string {
  const inner = part.children[0];
  if (!inner) return '';
  const named = ['from', 'date', 'subject'].flatMap((name) => {
    const value = headerValue(inner.headers, name);
    return value
      ? [`${name.replace(/^./, (first) => first.toUpperCase())}: ${withoutControls(decodeWords(value))}`]
      : [];
  });
  const text = readBody(inner, null).text.slice(0, maximumQuote).toWellFormed().replaceAll('\0', '').trim();
  const lines = [...named, '', ...text.split('\n')];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

const findCalendar = (files: readonly Part[]): Part | undefined =>
  files.find(({ type }) => type === 'text/calendar' || type === 'application/ics');

/** The character sets that the letter's texts declare. */
function charsetsOf(part: Part): string[] {
  const own = part.type.startsWith('text/') ? part.parameters.get('charset') : undefined;
  return [...(own === undefined ? [] : [own]), ...part.children.flatMap(charsetsOf)];
}
