import type { Token } from 'markdown-it';
import { type ParsedMarkdown, parseMarkdown } from '../markdown.ts';
import type { ArticleDocument, Block } from './article-document.ts';
import { readBlocks, topBlocks } from './read-blocks.ts';
import { looksSame } from './same-html.ts';
import { writeMarkdown } from './write-markdown.ts';

/** A text as an editor holds it. */
export interface OpenedText {
  readonly document: ArticleDocument;
  /** What each of its blocks is written as, for as long as it is not changed; undefined where that could say something else beside other blocks. */
  readonly sources: ReadonlyArray<string | undefined>;
}

/**
 * Opens a text for an editor. A block that an editor could not give back as readers see it is held as it is written. Null where that would
 * not do either: then the source is the only form.
 */
export function openText(text: string): OpenedText | null {
  const parsed = parseMarkdown(text);
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const blocks = topBlocks(parsed.tokens);
  const starts = blocks.map(([open]) => open?.map?.[0] ?? 0);
  const opened = blocks.map((tokens, at) => {
    const source = lines
      .slice(starts[at], starts[at + 1])
      .join('\n')
      .trimEnd();
    return { source, block: openBlock(tokens, source, parsed) };
  });
  const content = opened.map(({ block }) => block);
  if (!looksSame(writeMarkdown(content), text)) return null;
  // What a text defines for all of it does not survive in the blocks that do not use it.
  const alone = Object.keys(parsed.references).length === 0;
  return {
    document: { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] },
    sources: opened.map(({ source, block }) => (alone && standsAlone(source, block) ? source : undefined)),
  };
}

function openBlock(tokens: Token[], source: string, { references }: ParsedMarkdown): Block {
  const [block, ...more] = readBlocks(tokens) ?? [];
  const raw: Block = { type: 'raw', attrs: { source } };
  if (!block || more.length > 0) return raw;
  // References are resolved by now; what they stand for is compared in the whole text.
  const resolved = Object.keys(references).length > 0;
  return resolved || looksSame(writeMarkdown([block]), source) ? block : raw;
}

/** Whether a source says the same whatever stands before and after it: code that is never ended, for one, goes on. */
const standsAlone = (source: string, block: Block): boolean =>
  !/^\s/.test(source) && looksSame(`${source}\n\nx`, `${writeMarkdown([block])}\n\nx`);
