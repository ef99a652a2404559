import { decodeText } from './decode-text.ts';
import { decodeWords } from './decode-words.ts';
import type { LetterAttachment, Report } from './letter.ts';
import { withoutControls } from './read-addresses.ts';
import { headerValue } from './read-headers.ts';
import { isLetter, type Part, partContent } from './read-parts.ts';
import { readTnef } from './read-tnef.ts';

/** The files of a letter. A `winmail.dat` gives the files within it; it stays itself where none can be read. */
export function readAttachments(files: readonly Part[]): LetterAttachment[] {
  return files.flatMap((part) => {
    const attachment = readAttachment(part);
    if (!isTnef(part)) return [attachment];
    const inner = readTnef(attachment.content).map(({ name, content }) => ({
      name: cleanName(name),
      type: 'application/octet-stream',
      size: content.length,
      content,
      contentId: null,
      inline: false,
    }));
    return inner.length > 0 ? inner : [attachment];
  });
}

function readAttachment(part: Part): LetterAttachment {
  const content = partContent(part);
  const contentId = headerValue(part.headers, 'content-id')?.replace(/^<|>$/g, '') || null;
  return {
    name: nameOf(part),
    type: part.type,
    size: content.length,
    content,
    contentId,
    inline: part.disposition === 'inline' || (contentId !== null && part.disposition !== 'attachment'),
  };
}

function nameOf(part: Part): string | null {
  const named = part.dispositionParameters.get('filename') ?? part.parameters.get('name');
  if (named) return cleanName(named);
  const letter = isLetter(part.type) ? part.children[0] : undefined;
  const subject = letter ? decodeWords(headerValue(letter.headers, 'subject') ?? '') : '';
  return subject === '' ? null : `${cleanName(subject.replaceAll('/', ' ').replaceAll('\\', ' '))}.eml`;
}

/** The last step of a path, without control characters, short enough to show. */
const cleanName = (name: string): string =>
  [
    ...withoutControls(name)
      .replace(/^.*[/\\]/s, '')
      .trim(),
  ]
    .slice(0, 200)
    .join('') || 'file';

const isTnef = ({ type }: Part): boolean =>
  type === 'application/ms-tnef' || type === 'application/vnd.ms-tnef';

const kinds = new Map<string, Report['kind']>([
  ['message/delivery-status', 'delivery-status'],
  ['message/global-delivery-status', 'delivery-status'],
  ['message/disposition-notification', 'disposition-notification'],
  ['message/global-disposition-notification', 'disposition-notification'],
  ['message/feedback-report', 'feedback-report'],
  ['text/rfc822-headers', 'original'],
  ['message/rfc822-headers', 'original'],
  ['message/global-headers', 'original'],
]);

/** No machine's report is longer, and each recipient of a delivery status has some hundred bytes. */
const maximumReport = 256 * 1024;

/** What machines say to machines among the files. */
export function readReports(files: readonly Part[]): Report[] {
  return files.flatMap((part) => {
    if (isLetter(part.type)) {
      const headers = part.children[0]?.headers.map(({ name, value }) => `${name}: ${value}`) ?? [];
      return [{ kind: 'original', text: headers.join('\n') }];
    }
    const kind = kinds.get(part.type);
    if (!kind) return [];
    const text = decodeText(
      partContent(part).subarray(0, maximumReport),
      part.parameters.get('charset') ?? null,
    );
    return [{ kind, text: text.replace(/\r\n?/g, '\n') }];
  });
}
