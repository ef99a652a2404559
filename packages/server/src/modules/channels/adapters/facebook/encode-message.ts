import { type OutboundFile, type OutboundMessage, splitText } from '../../port.ts';

/** Characters of one message: https://developers.facebook.com/docs/messenger-platform/reference/send-api */
export const maximumTextLength = 2000;
/** Buttons under one message, and characters on one. */
export const quickReplyLimits = { maximum: 13, maximumLength: 20 } as const;

/** One call: words or a file, and what the customer may tap below. */
export interface FacebookPart {
  readonly text: string;
  readonly file: OutboundFile | null;
  readonly quickReplies: readonly string[];
  /** A person wrote it: only then it may go out as a late answer. */
  readonly byPerson: boolean;
}

/**
 * The text in pieces, then the files, one by one. Buttons go with the last of them, because Messenger takes them away as soon as
 * something follows; more or longer ones than it shows stand as a numbered list at the end of the text.
 */
export function encodeMessage(outbound: OutboundMessage): FacebookPart[] {
  const { text, quickReplies = [], files = [], byPerson = false } = outbound;
  const asButtons =
    quickReplies.length <= quickReplyLimits.maximum &&
    quickReplies.every((it) => it.length <= quickReplyLimits.maximumLength);
  const whole = asButtons ? text : withNumbers(text, quickReplies);
  const parts: FacebookPart[] = [
    ...splitText(whole, maximumTextLength).map((piece) => ({ text: piece, file: null })),
    ...files.map((file) => ({ text: '', file })),
  ].map((part) => ({ ...part, quickReplies: [], byPerson }));
  const last = parts.at(-1);
  if (!last || !asButtons) return parts;
  return [...parts.slice(0, -1), { ...last, quickReplies }];
}

/** The text with what may be answered below it, one numbered line each. */
export function withNumbers(text: string, choices: readonly string[]): string {
  const lines = choices.map((choice, index) => `${index + 1}. ${choice}`).join('\n');
  return [text, lines].filter((it) => it !== '').join('\n\n');
}
