import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { editorExtensions } from './editor-schema.ts';
import { openDocument, pastedText } from './kept-document.ts';

const schema = getSchema(editorExtensions({ note: '', tip: '', important: '', warning: '', caution: '' }));
const folder = join(import.meta.dirname, '../../../../../../articles');
// The texts in other languages have the same parts; `round-trip.thorough.test.ts` of the documents reads all of them.
const bodies = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(en|zh-CN)\.md$/.test(path))
  .map((path) =>
    readFileSync(join(folder, path), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .trim(),
  );

const odd =
  '__a__ *b*\nc\n\n* x\n\n  y\n\n> [!TIP]\n> - z\n\na|b\n-|:-:\n`1`|**[`2`](../b)**\n\n![p](./p.png "q")\\\nr\n\n~~~\ncode\n~~~\n\n***\n\n3) c';

test('every article fits into what the editor can hold, and comes out as it went in', () => {
  expect(bodies.length).toBeGreaterThan(120);
  for (const body of [...bodies, odd]) {
    const kept = openDocument(body);
    const document = schema.nodeFromJSON(kept?.content);
    document.check();
    expect(kept?.markdown(document)).not.toBe('');
    kept?.opened(document);
    expect(kept?.markdown(document)).toBe(body);
  }
});

test('a change writes only its own block anew', () => {
  const kept = openDocument(odd);
  const document = schema.nodeFromJSON(kept?.content);
  kept?.opened(document);
  const [first, ...rest] = document.children;
  const heading = schema.node('heading', { level: 2 }, first?.content);
  expect(kept?.markdown(document.copy(document.content.replaceChild(0, heading)))).toBe(
    odd.replace('__a__ *b*\nc', '## **a** *b* c'),
  );
  expect(rest.length).toBeGreaterThan(5);
});

test.each([
  ['Markdown for what it says', '## A\n\n- b', false, ['heading', 'bulletList']],
  ['plain text for paragraphs', '## A\n\n- b', true, ['paragraph', 'paragraph']],
])('a clipboard with text is taken: %s', (_, text, plain, types) => {
  expect(pastedText(schema, text, plain).content.content.map(({ type }) => type.name)).toEqual(types);
});
