import { type OutboundFile, type OutboundMessage, splitText, splitWeighted } from '../../port.ts';

/** Characters of a direct message. */
export const maximumTextLength = 10_000;
/** Of a post, by X's own count. */
export const maximumPostLength = 280;
const picturesOfPost = 4;

/** One call: a direct message, or a post that answers. */
export interface XPart {
  readonly isPublic: boolean;
  readonly text: string;
  readonly files: readonly OutboundFile[];
}

/**
 * The text in pieces, and the files with the last of them as far as one holds them: one in a direct message; up to four pictures, or one video
 * or moving picture, in a post. The others follow.
 */
export function encodeMessage({ text, files = [], isPublic = false }: OutboundMessage): XPart[] {
  const pieces = isPublic ? splitWeighted(text, maximumPostLength) : splitText(text, maximumTextLength);
  const groups = isPublic ? groupsOf(files) : files.map((file) => [file]);
  const [first = [], ...others] = groups;
  const last = pieces.length - 1;
  const withText = pieces.map((piece, index) => ({ text: piece, files: index === last ? first : [] }));
  const alone = (pieces.length > 0 ? others : groups).map((group) => ({ text: '', files: group }));
  return [...withText, ...alone].map((part) => ({ isPublic, ...part }));
}

/** Files that go in one post, in their order. */
function groupsOf(files: readonly OutboundFile[]): OutboundFile[][] {
  const groups: OutboundFile[][] = [];
  for (const file of files) {
    const before = groups.at(-1);
    const joins = isPicture(file) && before?.every(isPicture) && before.length < picturesOfPost;
    if (joins && before) before.push(file);
    else groups.push([file]);
  }
  return groups;
}

const isPicture = ({ type }: OutboundFile): boolean => type.startsWith('image/') && type !== 'image/gif';
