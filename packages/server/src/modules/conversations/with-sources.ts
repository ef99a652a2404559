import type { MessageSource } from '@fairlead/contract';

/** A text with where it is from below it, for channels that show nothing beside words: each title with its whole address. Pure. */
export const withSources = (text: string, sources: readonly MessageSource[], publicUrl: string): string =>
  [text, ...sources.map(({ title, url }) => `${title}\n${new URL(url, `${publicUrl}/`)}`)]
    .filter((it) => it !== '')
    .join('\n\n');
