import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from './article-document.ts';
import { keepMarkdown } from './keep-markdown.ts';
import { normalForm } from './normal-form.ts';
import { bareSpaces } from './normal-inline.ts';
import { openText } from './open-text.ts';
import { blocks } from './random-blocks.testing.ts';
import { looksSame } from './same-html.ts';
import { writeMarkdown } from './write-markdown.ts';

const folder = join(import.meta.dirname, '../../../../articles');
const articles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({
    path,
    body: readFileSync(join(folder, path), 'utf8')
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .trim(),
  }));

const holds = (block: Block): Block[] => (block.type === 'raw' ? [block] : []);

/** With no space set as anything. */
const bare = (blocks: readonly Block[]): unknown =>
  JSON.parse(JSON.stringify(blocks), (key, value) =>
    key === 'content' && value.some?.((it: Inline) => it.type === 'text') ? bareSpaces(value) : value,
  );

describe('an article in the editor', () => {
  test('all that we have open without anything raw, and are written as they were', () => {
    expect(articles.length).toBeGreaterThan(500);
    for (const { path, body } of articles) {
      const opened = openText(body);
      expect(opened?.document.content.flatMap(holds), path).toEqual([]);
      expect(writeMarkdown(opened?.document.content ?? []), path).toBe(body);
    }
  });

  test('whatever it says, it is written so that it reads the same again', () => {
    fc.assert(
      fc.property(blocks, (content) => {
        const normal = normalForm(content);
        const written = writeMarkdown(normal);
        const again = openText(written)?.document.content;
        expect(looksSame(writeMarkdown(again ?? []), written)).toBe(true);
        // Where signs overlap so that Markdown has no stable way to say it, the block is held as it is written.
        if (again?.flatMap(holds).length === 0) expect(bare(normalForm(again))).toEqual(bare(normal));
      }),
      { numRuns: 400 },
    );
  });

  test('any text can be opened and given back as readers see it, or is left as it is', () => {
    const piece = fc.constantFrom(
      'a',
      '字',
      ' ',
      '\n',
      '\n\n',
      '*',
      '**',
      '_',
      '`',
      '```\n',
      '[',
      '](../a/b)',
      '](x "y")',
      '![',
      '![a](/help/files/01900000-0000-7000-8000-000000000001/a.png)',
      '<b>',
      '&amp;',
      '\\',

      '> ',
      '> [!NOTE]\n',
      '- ',
      '1. ',
      '## ',
      '---\n',
      '| a | b |\n| --- | :-: |\n',
      '|',
      '{{exchange}}',
      '~~',
      '    ',
      '[a]: /b\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        const opened = openText(text);
        if (!opened) return;
        expect(looksSame(writeMarkdown(opened.document.content), text)).toBe(true);
        const kept = opened.document.content.map((block, at) => ({ block, source: opened.sources[at] }));
        expect(looksSame(keepMarkdown(kept), text)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

test.each([
  ['soft line ends', 'one\ntwo', 'one two'],
  ['other signs of emphasis', '__a__ *b* ***c***', '**a** *b* ***c***'],
  ['other signs of lists', '* a\n* b', '- a\n- b'],
  ['loose lists', '1) a\n\n2) b', '1. a\n\n2. b'],
  ['lists side by side', '- a\n\n* b', '- a\n\n* b'],
  ['headings that are underlined', 'Why\n---', '## Why'],
  ['code that is indented', '    x = `1`', '```\nx = `1`\n```'],
  ['tables without edges', 'a|b\n-|:-\n1|2 \\| 3', '| a | b |\n| --- | :--- |\n| 1 | 2 \\| 3 |'],
  ['breaks', 'a  \nb', 'a\\\nb'],
  ['addresses', '<https://example.com/a_b>', '[https://example.com/a_b](https://example.com/a_b)'],
  ['references', '[a][x]\n\n[x]: ../b "c"', '[a](../b "c")'],
  ['callouts with a list first', '> [!TIP]\n> - a', '> [!TIP]\n>\n> - a'],
  ['signs that mean nothing', '2 * 3 < 7 & a_b #1 [x] C#', '2 * 3 < 7 & a_b #1 [x] C#'],
])('%s have one form', (_, text, form) => {
  expect(writeMarkdown(openText(text)?.document.content ?? [])).toBe(form);
});

test.each([
  ['a sign at the start of a line', '- a', '\\- a'],
  ['a number at the start of a line', '1. a', '1\\. a'],
  ['what would be a link', '[a](../b)', '\\[a\\](../b)'],
  ['what would be a fact', '{{exchange}}', '\\{{exchange}}'],
  ['what would be emphasis', 'a *b* c', 'a \\*b\\* c'],
])('%s stays text', (_, text, written) => {
  expect(writeMarkdown([{ type: 'paragraph', content: [{ type: 'text', text }] }])).toBe(written);
});

test('bold that ends in a Chinese sign before a word is bold for readers', () => {
  const written = writeMarkdown([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '「提币」', marks: [{ type: 'bold' }] },
        { type: 'text', text: '后等待' },
      ],
    },
  ]);
  expect(written).toBe('**「提币」**&#21518;等待');
});

test.each<[string, Inline[], string]>([
  [
    'between what is set differently has no signs of its own',
    [
      { type: 'text', text: 'a', marks: [{ type: 'bold' }] },
      { type: 'text', text: 'b ', marks: [{ type: 'bold' }, { type: 'strike' }] },
      { type: 'hardBreak' },
      { type: 'fact', attrs: { name: 'exchange' }, marks: [{ type: 'strike' }] },
    ],
    '## **a~~b~~**  ~~{{exchange}}~~',
  ],
  [
    'in a row is set as the others',
    [
      { type: 'text', text: 'a ', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' ' },
      { type: 'text', text: ' b', marks: [{ type: 'bold' }] },
    ],
    '## **a**   **b**',
  ],
])('a space %s', (_, content, written) => {
  expect(writeMarkdown([{ type: 'heading', attrs: { level: 2 }, content }])).toBe(written);
});

test('nothing is left of spaces behind a break, however they are set', () => {
  const bold = [{ type: 'bold' as const }];
  const content: Inline[] = [
    { type: 'text', text: 'a', marks: bold },
    { type: 'hardBreak' },
    { type: 'text', text: ' ' },
    { type: 'text', text: ' a', marks: bold },
  ];
  expect(writeMarkdown([{ type: 'paragraph', content }])).toBe('**a**\\\n**a**');
});

test.each(['=', '---'])('%s in a callout does not make a heading of its first line', (text) => {
  const content: Block[] = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  expect(writeMarkdown([{ type: 'callout', attrs: { kind: 'note' }, content }])).toBe(
    `> [!NOTE]\n> \\${text}`,
  );
});

test('a list is told apart from one beside it that is held as it is written', () => {
  const list = (text: string): Block => ({
    type: 'bulletList',
    attrs: { tight: true },
    content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }],
  });
  const raw = { type: 'raw', attrs: { source: '- as it is' } } as const;
  const written = '* a\n\n- as it is\n\n* b';
  expect(writeMarkdown([list('a'), raw, list('b')])).toBe(written);
  expect(
    keepMarkdown([
      { block: list('a'), source: undefined },
      { block: raw, source: raw.attrs.source },
      { block: list('b'), source: undefined },
    ]),
  ).toBe(written);
});

test('only what is changed is written anew', () => {
  const text = '* a\n* b\n\nOne\ntwo.\n\n__three__';
  const opened = openText(text);
  const kept = (opened?.document.content ?? []).map((block, at) => ({
    block,
    source: at === 1 ? undefined : opened?.sources[at],
  }));
  expect(keepMarkdown(kept)).toBe('* a\n* b\n\nOne two.\n\n__three__');
});
