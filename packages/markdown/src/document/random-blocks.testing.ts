import fc from 'fast-check';
import {
  alertKinds,
  type Block,
  type Cell,
  type Inline,
  type ListItem,
  type Mark,
  type Paragraph,
} from './article-document.ts';

const sign = fc.constantFrom(
  'a',
  'b',
  'C',
  '1',
  '字',
  '「',
  '」',
  '。',
  ' ',
  ' ',
  '*',
  '_',
  '`',
  '~~',
  '[',
  ']',
  '(',
  ')',
  '<b>',
  '&amp;',
  '\\',

  '|',
  '#',
  '>',
  '-',
  '+',
  '=',
  '.',
  ':',
  '!',
  '{{',
  '}}',
  '"',
  '\n',
  'é',
  '😀',
  '://',
  '1. ',
  '![a](',
  '---',
);
const picture = '/help/files/01900000-0000-7000-8000-000000000001/screen_1-2.png';
const words = fc.array(sign, { minLength: 1, maxLength: 8 }).map((it) => it.join(''));

const link: fc.Arbitrary<Mark> = fc.record({
  type: fc.constant('link' as const),
  attrs: fc.record({
    href: fc.constantFrom('../a/b', 'https://example.com/a_(b)?c=1&copy;2', '#x', 'mailto:a@example.com'),
    title: fc.constantFrom(null, 'A "title" & more'),
  }),
});
const mark: fc.Arbitrary<Mark> = fc.oneof(
  link,
  fc.constantFrom('bold', 'italic', 'strike', 'code').map((type): Mark => ({ type })),
);
const marks = fc.uniqueArray(mark, { maxLength: 3, selector: (it) => it.type });

const piece: fc.Arbitrary<Inline> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: words.map((text) => ({ type: 'text' as const, text })) },
      { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom('exchange', 'fee.withdraw.USDT')
          .map((name) => ({ type: 'fact' as const, attrs: { name } })),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          type: fc.constant('image' as const),
          attrs: fc.record({
            src: fc
              .constantFrom('a.png', './a b.png', 'https://example.com/a.png', picture)
              .map((it) => (/^(h|\/)/.test(it) ? it : `./${it.replaceAll(' ', '%20')}`)),
            alt: words,
            title: fc.constantFrom(null, 'T'),
          }),
        }),
      },
    ),
    marks,
  )
  .map(([inline, of]) => (of.length > 0 ? { ...inline, marks: of } : inline));

const content = fc.array(piece, { maxLength: 5 });
const paragraph: fc.Arbitrary<Paragraph> = content.map((it) => ({ type: 'paragraph', content: it }));
const cell: fc.Arbitrary<Cell> = fc.record({
  type: fc.constant('tableCell' as const),
  attrs: fc.record({ align: fc.constantFrom(null, 'left' as const, 'right' as const) }),
  content: paragraph.map((it): [Paragraph] => [it]),
});

const { block } = fc.letrec<{ block: Block; item: ListItem }>((tie) => {
  const several = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const items = fc.array(tie('item'), { minLength: 1, maxLength: 3 });
  const tight = fc.boolean();
  return {
    item: fc.tuple(paragraph, fc.array(tie('block'), { maxLength: 2 })).map(([first, rest]) => ({
      type: 'listItem',
      content: [first, ...rest],
    })),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      paragraph,
      fc.record({
        type: fc.constant('heading' as const),
        attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }),
        content,
      }),
      fc.record({
        type: fc.constant('codeBlock' as const),
        attrs: fc.record({ language: fc.constantFrom(null, 'json') }),
        content: fc
          .array(fc.constantFrom('a', '```', ' ', '\n', '`', '\t', '> '), { maxLength: 6 })
          .map((it) => (it.length > 0 ? [{ type: 'text' as const, text: it.join('') }] : [])),
      }),
      fc.constant<Block>({ type: 'horizontalRule' }),
      fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map(
        (rows): Block => ({
          type: 'table',
          content: rows.map((it) => ({ type: 'tableRow', content: it })),
        }),
      ),
      fc.record({ type: fc.constant('bulletList' as const), attrs: fc.record({ tight }), content: items }),
      fc.record({
        type: fc.constant('orderedList' as const),
        attrs: fc.record({ start: fc.constantFrom(1, 1, 9), tight }),
        content: items,
      }),
      fc.record({ type: fc.constant('blockquote' as const), content: several }),
      fc.record({
        type: fc.constant('callout' as const),
        attrs: fc.record({ kind: fc.constantFrom(...alertKinds) }),
        content: several,
      }),
    ),
  };
});

/** Documents of everything that an editor can make. */
export const blocks: fc.Arbitrary<Block[]> = fc.array(block, { minLength: 1, maxLength: 4 });
