import { type ArticleDocument, type Block, keepMarkdown, openText } from '@fairlead/markdown';
import type { JSONContent } from '@tiptap/core';
import { Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model';

/** A text in the editor, and how it becomes Markdown again. */
export interface KeptDocument {
  readonly content: JSONContent;
  /** Remembers which block is written how. To be called once, with what the editor made of `content`. */
  opened(document: Node): void;
  /** The text as it stands now: as it was where nothing is changed, and with only the changed blocks written anew. */
  markdown(document: Node): string;
}

/** Opens a text; null where the editor could not give it back as readers see it. */
export function openDocument(text: string): KeptDocument | null {
  const found = openText(text);
  if (!found) return null;
  const sources = new WeakMap<Node, string>();
  let base = '';
  const markdown = (document: Node) =>
    keepMarkdown(document.children.map((node) => ({ block: blockOf(node), source: sources.get(node) })));
  return {
    content: contentOf(found.document),
    opened(document) {
      if (document.childCount === found.sources.length)
        document.forEach((node, _, at) => {
          const source = found.sources[at];
          if (source !== undefined) sources.set(node, source);
        });
      base = markdown(document);
    },
    markdown(document) {
      const now = markdown(document);
      return now === base ? text : now;
    },
  };
}

/** Text from a clipboard: Markdown is taken for what it says, anything else for paragraphs. */
export function pastedText(schema: Schema, text: string, plain: boolean): Slice {
  const found = plain ? null : openText(text);
  const lines = text.split(/(?:\r?\n)+/).filter((line) => line.trim() !== '');
  const nodes = found
    ? schema.nodeFromJSON(contentOf(found.document)).children
    : lines.map((line) => schema.node('paragraph', null, [schema.text(line)]));
  return Slice.maxOpen(Fragment.from(nodes));
}

// The schema allows just what a document's type does, so that each is the other in JSON.
const contentOf = (document: ArticleDocument): JSONContent => JSON.parse(JSON.stringify(document));
const blockOf = (node: Node): Block => node.toJSON();
