import { type OutboundFile, type OutboundMessage, splitText } from '../../port.ts';

/** Bytes of a text in UTF-8: https://developers.weixin.qq.com/doc/service/api/customer/message/api_sendcustommessage */
export const maximumBytes = 2048;
/** Choices of one menu, and UTF-16 units of one; WeChat names no limits, and this is as much as a screen shows. */
export const quickReplyLimits = { maximum: 10, maximumLength: 40 } as const;

/** One message of WeChat's: a text, with or without choices below it, or a file. */
export interface WechatPart {
  readonly text: string;
  readonly file: OutboundFile | null;
  readonly quickReplies: readonly string[];
}

/** The text in pieces, the last one with the choices, then the files, each by itself. Pure. */
export function encodeMessage({ text, quickReplies = [], files = [] }: OutboundMessage): WechatPart[] {
  const pieces = withRoom(splitText(text, unitsWithin(maximumBytes)), quickReplies);
  const texts = (pieces.length === 0 && quickReplies.length > 0 ? [''] : pieces).map((piece, index, all) => ({
    text: piece,
    file: null,
    quickReplies: index === all.length - 1 ? quickReplies : [],
  }));
  return [...texts, ...files.map((file) => ({ text: '', file, quickReplies: [] }))];
}

/** Choices are read with the text above them: the last piece leaves them room. */
function withRoom(pieces: readonly string[], quickReplies: readonly string[]): string[] {
  const room = maximumBytes - Buffer.byteLength(numbered('', quickReplies));
  const last = pieces.at(-1);
  if (last === undefined || quickReplies.length === 0 || Buffer.byteLength(last) <= room) return [...pieces];
  return [...pieces.slice(0, -1), ...splitText(last, unitsWithin(Math.max(room, 64)))];
}

/** The text with what may be answered below it, one numbered line each. */
export function numbered(text: string, choices: readonly string[]): string {
  const lines = choices.map((choice, index) => `${index + 1}. ${choice}`).join('\n');
  return [text, lines].filter((it) => it !== '').join('\n\n');
}

/** How many UTF-16 units from the beginning of a text fill no more than so many bytes. */
function unitsWithin(bytes: number): (text: string) => number {
  const room = new Uint8Array(bytes);
  return (text) => new TextEncoder().encodeInto(text, room).read;
}
