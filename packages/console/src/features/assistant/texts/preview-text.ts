import { formatMessage, type MessageParams, shapeOfMessage } from '@fairlead/contract';

/** Numbers that fall into the plurals of most languages. */
const counts = [1, 2, 5, 21];

/** How a text reads with sample values; one that counts, once for each way in which it may read. Pure. */
export function previewText(locale: string, text: string, samples: MessageParams): string[] {
  const counted = new Set(shapeOfMessage(text).plurals.map((it) => it.name));
  if (counted.size === 0) return [formatMessage(locale, text, samples)];
  const read = counts.map((count) =>
    formatMessage(locale, text, {
      ...samples,
      ...Object.fromEntries([...counted].map((name) => [name, count])),
    }),
  );
  return [...new Set(read)];
}
