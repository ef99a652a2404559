import type { Capabilities, OutboundMessage } from './port.ts';

/**
 * The text and the answers to choose from as a channel can show them: as they are where it has buttons that hold them all, otherwise
 * numbered below the text. Pure.
 */
export function offerInText(
  { text, quickReplies = [] }: Pick<OutboundMessage, 'text' | 'quickReplies'>,
  buttons: Capabilities['quickReplies'],
): { text: string; quickReplies: readonly string[] } {
  const fits =
    buttons !== undefined &&
    quickReplies.length <= buttons.maximum &&
    quickReplies.every((it) => it.length <= buttons.maximumLength);
  if (fits || quickReplies.length === 0) return { text, quickReplies };
  const lines = quickReplies.map((answer, index) => `${index + 1}. ${answer}`);
  return { text: [text, lines.join('\n')].filter(Boolean).join('\n\n'), quickReplies: [] };
}
