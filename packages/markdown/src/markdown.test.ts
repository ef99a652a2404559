import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { helpFileId, helpFilesIn } from './help-file.ts';
import { articlePath, picturesIn, plainText, renderMarkdown, type Surroundings } from './markdown.ts';

const picture = '/help/files/01900000-0000-7000-8000-000000000001/screen.png';

const surroundings: Surroundings = {
  pageOf: (path) => (path.endsWith('find-your-txid') ? '/help/en/deposits/find-your-txid' : undefined),
  fact: (name) => ({ exchange: 'A & B', 'fee.withdraw.USDT.TRC20': '1 USDT' })[name],
  pictureOf: (src) =>
    src.startsWith('/help/files/0') ? { address: `${src}?s=1`, width: 800, height: 600 } : undefined,
  alertTitles: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
};
const render = (text: string) => renderMarkdown(text, surroundings);

describe('Markdown', () => {
  test.each([
    [
      'live facts',
      'costs {{fee.withdraw.USDT.TRC20}}',
      '<p>costs <data class="fact" value="fee.withdraw.USDT.TRC20">1 USDT</data></p>\n',
    ],
    ['the exchange’s name, escaped', 'at {{exchange}}', '<p>at A &amp; B</p>\n'],
    ['no facts within code', '`{{exchange}}`', '<p><code>{{exchange}}</code></p>\n'],
    [
      'links to other articles',
      '[TXID](../find-your-txid)',
      '<p><a href="/help/en/deposits/find-your-txid">TXID</a></p>\n',
    ],
    ['those that lead nowhere as text', '[gone](../../x/gone)', '<p>gone</p>\n'],
    [
      'links to elsewhere, which pass nothing on',
      '[x](https://example.com)',
      '<p><a href="https://example.com" rel="noopener nofollow">x</a></p>\n',
    ],
    [
      'videos as links',
      '[x](https://youtu.be/abc)',
      '<p><a href="https://youtu.be/abc" rel="noopener nofollow" class="video">x</a></p>\n',
    ],
    [
      'no scripts',
      '[x](javascript:alert(1)) <script>x</script>',
      '<p>[x](javascript:alert(1)) &lt;script&gt;x&lt;/script&gt;</p>\n',
    ],
    ['no addresses of other hosts without a scheme', '[x](//evil.example)', '<p>[x](//evil.example)</p>\n'],
    [
      'callouts',
      '> [!WARNING]\n> Do *not*.',
      '<aside class="callout warning" role="note">\n<p class="callout-title">Warning</p>\n<p>Do <em>not</em>.</p>\n</aside>\n',
    ],
    [
      'callouts that begin with a list',
      '> [!TIP]\n> - a',
      '<aside class="callout tip" role="note">\n<p class="callout-title">Tip</p>\n<ul>\n<li>a</li>\n</ul>\n</aside>\n',
    ],
    [
      'pictures of ours, in the room they take',
      `![A \\*screen*](${picture})`,
      `<p><img src="${picture}?s=1" alt="A *screen*" width="800" height="600" loading="lazy" decoding="async"></p>\n`,
    ],
    [
      'pictures from elsewhere as links',
      '![A screen](https://example.com/a.png)',
      '<p><a href="https://example.com/a.png" rel="noopener nofollow">A screen</a></p>\n',
    ],
    [
      'pictures from elsewhere within links as their words',
      '[![A](https://example.com/a.png)](https://example.com)',
      '<p><a href="https://example.com" rel="noopener nofollow">A</a></p>\n',
    ],
    ['pictures that are not there as their words', '![A](./a.png)', '<p>A</p>\n'],
    ['quotes as quotes', '> So it is.', '<blockquote>\n<p>So it is.</p>\n</blockquote>\n'],
  ])('shows %s', (_, text, html) => {
    expect(render(text).html).toBe(html);
  });

  test('names sections, each once, below the page’s title', () => {
    const { html, sections } = render('# Why\n\n## 为什么 & how\n\n## Why\n\n### More');
    expect(sections).toEqual([
      { id: 'why', text: 'Why', level: 2 },
      { id: '为什么-how', text: '为什么 & how', level: 2 },
      { id: 'why-2', text: 'Why', level: 2 },
      { id: 'more', text: 'More', level: 3 },
    ]);
    expect(html).toContain('<h2 id="why">Why</h2>');
    expect(html).not.toContain('<h1');
  });

  test('says which facts and articles there are none of', () => {
    const { problems, facts } = render('{{fee.withdraw.USDT.NOWHERE}} and [x](../nothing)');
    expect(problems).toEqual([
      { kind: 'fact', what: 'fee.withdraw.USDT.NOWHERE' },
      { kind: 'link', what: '../nothing' },
    ]);
    expect(facts).toEqual([]);
    expect(render('{{fee.withdraw.USDT.TRC20}}').facts).toEqual(['fee.withdraw.USDT.TRC20']);
  });

  test('says which pictures are not there or say nothing in words', () => {
    const gone = picture.replace('files/0', 'files/9');
    expect(render(`![](${picture}) ![x](${gone}) ![](https://example.com/a.png)`).problems).toEqual([
      { kind: 'alt', what: picture },
      { kind: 'picture', what: gone },
    ]);
  });

  test('never throws, and lets no element and no attribute of the writer’s through', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>',
        '<img src=x onerror=alert(1)>',
        '{{',
        '}}',
        '> [!NOTE]\n',
        '](',
        '![x](/help/files/',
        picture,
        ')',
        '[x](data:text/html,x)',
        '```',
        '|',
        '\n\n',
        '" onclick="',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const { html } = render(pieces.join(''));
        const tags = html.match(/<[^>]*>/g) ?? [];
        expect(
          tags.filter((it) =>
            /^<\/?(script|img\s+src=x|iframe|style)|\son\w+\s*=(?!&)/i.test(it.replace(/"[^"]*"/g, '""')),
          ),
        ).toEqual([]);
        expect(html).not.toMatch(/href="(?:javascript|data):/i);
      }),
      { numRuns: 300 },
    );
  });
});

test('the pictures and files of a text', () => {
  const text = `![One *two*](${picture})\n\n- [Form](${picture.replace('1/', '2/')})\n- ![](https://example.com/a.png)`;
  expect(picturesIn(text)).toEqual([
    { src: picture, alt: 'One two' },
    { src: 'https://example.com/a.png', alt: '' },
  ]);
  expect(helpFilesIn(`${text} ${picture}`)).toEqual([
    '01900000-0000-7000-8000-000000000001',
    '01900000-0000-7000-8000-000000000002',
  ]);
  expect(helpFileId(picture)).toBe('01900000-0000-7000-8000-000000000001');
  for (const other of [`https://example.com${picture}`, `${picture}/x`, picture.replace('screen', 'Screen')])
    expect(helpFileId(other)).toBeUndefined();
});

test('what a text says without its form', () => {
  expect(
    plainText(
      '## One\n\nIt *is* [so](../x) at {{exchange}}.\n\n- a\n- `b` ![a *picture*](./x.png)\n\n```\ncode\n```',
    ),
  ).toEqual({
    headings: ['One'],
    body: 'It is so at .\na\nb a picture\ncode\n',
  });
});

test.each([
  ['../find-your-txid', 'find-your-txid'],
  ['../../a/b', 'a/b'],
  ['../../a/b/#part', 'a/b'],
  ['https://example.com/a', undefined],
  ['/help/en', undefined],
  ['../../../etc/passwd', undefined],
])('%s is the article %s', (target, path) => {
  expect(articlePath(target)).toBe(path);
});

test('thousands of sections with one name, and of links to nowhere, are rendered in the time that their length takes', () => {
  const { sections } = renderMarkdown('# Fees\n'.repeat(30_000), surroundings);
  expect(sections.at(-1)?.id).toBe('fees-30000');
  const { problems } = renderMarkdown('[a](../b/c) '.repeat(20_000), surroundings);
  expect(problems).toHaveLength(20_000);
});
