import type { Block } from './article-document.ts';
import { isList, writeMarkdown } from './write-markdown.ts';

/** A block as an editor holds it now, and what it is written as where nobody has changed it. */
export interface KeptText {
  readonly block: Block;
  readonly source: string | undefined;
}

/** The Markdown of a text in which only what was changed is written anew. */
export function keepMarkdown(blocks: readonly KeptText[]): string {
  const parts: string[] = [];
  let pending: Block[] = [];
  const flush = () => {
    const written = writeMarkdown(pending);
    if (written !== '') parts.push(written);
    pending = [];
  };
  blocks.forEach(({ block, source }, at) => {
    // Lists side by side are told apart by their signs, so they are written together.
    const beside = [blocks[at - 1], blocks[at + 1]].some((it) => it && isList(it.block) && isList(block));
    if (source === undefined || beside) pending.push(block);
    else {
      flush();
      parts.push(source);
    }
  });
  flush();
  return parts.join('\n\n');
}
